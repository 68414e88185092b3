package dev.waymark.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.workspace.Caller;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TicketsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String PATH = "/v1/events";
    private static final Tickets.Holder ANA = new Tickets.Holder(new Caller("acme", "ana"), NOW.plusSeconds(3600));

    @Test
    void aTicketNamesItsHolderUntilItExpires() {
        var ticket = at(NOW, KEY).issue(ANA, PATH);

        assertThat(ticket.expiresAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(at(NOW.plusSeconds(59), KEY).holder(ticket.ticket(), PATH)).contains(ANA);
        assertThat(at(NOW.plusSeconds(60), KEY).holder(ticket.ticket(), PATH)).isEmpty();
        assertThat(at(NOW.plusSeconds(3600), KEY).holder(ticket.ticket(), PATH)).isEmpty();
    }

    @Test
    void itIsGoodForItsPathOnly() {
        var ticket = at(NOW, KEY).issue(ANA, PATH).ticket();

        assertThat(at(NOW, KEY).holder(ticket, "/v1/events/")).isEmpty();
        assertThat(at(NOW, KEY).holder(ticket, "/v1/personas")).isEmpty();
    }

    @Test
    void oneOfAnotherKeyIsNone() {
        var ticket = at(NOW, KEY.replace('0', 'x')).issue(ANA, PATH).ticket();

        assertThat(at(NOW, KEY).holder(ticket, PATH)).isEmpty();
    }

    @Test
    void aShortKeyIsRefusedAtStart() {
        assertThatThrownBy(() -> at(NOW, KEY.substring(1))).hasMessageContaining("at least 32 bytes");
    }

    private static Tickets at(Instant now, String key) {
        return new Tickets(
                new TicketsConfig() {
                    @Override
                    public String key() {
                        return key;
                    }

                    @Override
                    public String service() {
                        return "persona";
                    }

                    @Override
                    public Duration lifetime() {
                        return Duration.ofSeconds(60);
                    }
                },
                () -> now);
    }
}
