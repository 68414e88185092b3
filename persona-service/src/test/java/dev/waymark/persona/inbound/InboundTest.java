package dev.waymark.persona.inbound;

import static dev.waymark.persona.inbound.Events.journey;
import static dev.waymark.persona.inbound.Events.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.inbound.Inbound;
import dev.waymark.inbound.Neighbours;
import dev.waymark.persona.neighbour.KnownJourney;
import dev.waymark.testing.TestWorkspace;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again, what is poison, and what is neither. */
@QuarkusTest
class InboundTest {

    @Inject
    Inbound inbound;

    @Inject
    Neighbours neighbours;

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private final String workspace = TestWorkspace.fresh().name();
    private final UUID id = UUID.randomUUID();
    private final AtomicInteger attempts = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57P01", "25006"})
    void databaseThatIsAwayOrBusyIsTriedAgain(String state) {
        inbound.take(event(), notice -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException(new SQLException("not now", state));
            }
        });
        assertThat(attempts).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22P05", "23505", "42501", "44000", "54000"})
    void dataThatTheDatabaseRefusesIsPoison(String state) {
        var before = poison();
        assertThatThrownBy(() -> inbound.take(event(), notice -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException(new SQLException("never", state));
                }))
                .hasMessageContaining("SQLException " + state)
                .hasMessageNotContaining("never");
        assertThat(attempts).hasValue(1);
        assertThat(poison()).isEqualTo(before + 1);
    }

    @Test
    void connectionLostBetweenEffectAndCommitIsTriedAgain() {
        inbound.take(event(), notice -> {
            neighbours.keep(notice, KnownJourney.class);
            if (attempts.incrementAndGet() == 1) {
                killOwnConnection();
            }
        });
        assertThat(attempts).hasValue(2);
        inbound.take(event(), notice -> assertThat(neighbours.find(KnownJourney.class, id))
                .hasValueSatisfying(known -> assertThat(known.data().name()).isEqualTo("Trip")));
    }

    @Test
    void interruptedWhileTryingAgainIsNoPoison() throws Exception {
        var before = poison();
        var tried = new CountDownLatch(1);
        var take = new FutureTask<>(() -> {
            inbound.take(event(), notice -> {
                tried.countDown();
                throw new IllegalStateException(new SQLException("away", "08006"));
            });
            return null;
        });
        var thread = Thread.ofPlatform().start(take);
        tried.await();
        thread.interrupt();

        assertThatThrownBy(() -> take.get(5, TimeUnit.SECONDS)).hasMessageContaining("stopping");
        assertThat(poison()).isEqualTo(before);
    }

    @Test
    void recordThatIsNoEventIsPoison() {
        var none = Events.bare("key", "{}");
        assertThatThrownBy(() -> inbound.take(none, notice -> attempts.incrementAndGet()))
                .isInstanceOf(RuntimeException.class);
        var noWorkspace = journey(" ", id, 1, "created.v1", "{}");
        assertThatThrownBy(() -> inbound.take(noWorkspace, notice -> attempts.incrementAndGet()))
                .hasMessageContaining("IllegalArgumentException in Notice.java");
        assertThat(attempts).hasValue(0);
    }

    @Test
    void documentThatIsNullIsPoisonAndNoDeletion() {
        inbound.take(event(), notice -> neighbours.keep(notice, KnownJourney.class));
        var nothing = journey(workspace, id, 2, "updated.v1", "null");
        assertThatThrownBy(() -> inbound.take(nothing, notice -> neighbours.keep(notice, KnownJourney.class)))
                .hasMessageContaining("NullPointerException in Notice.java");
        inbound.take(event(), notice -> assertThat(neighbours.find(KnownJourney.class, id))
                .hasValueSatisfying(known -> assertThat(known.deleted()).isFalse()));
    }

    @Test
    void tombstoneIsPassedOver() {
        inbound.take(Events.bare(workspace + "/" + id, null), notice -> attempts.incrementAndGet());
        assertThat(attempts).hasValue(0);
    }

    private ConsumerRecord<String, byte[]> event() {
        return journey(workspace, id, 1, "created.v1", named(UUID.randomUUID(), "Trip"));
    }

    private double poison() {
        return metrics.counter("waymark.inbound.poison", "topic", "waymark.journeys")
                .count();
    }

    private void killOwnConnection() {
        try (var own = database.getConnection();
                var ask = own.createStatement();
                var pid = ask.executeQuery("select pg_backend_pid()");
                var other = DriverManager.getConnection(url, "persona_app", password);
                var kill = other.prepareStatement("select pg_terminate_backend(?, 5000)")) {
            pid.next();
            kill.setInt(1, pid.getInt(1));
            kill.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
