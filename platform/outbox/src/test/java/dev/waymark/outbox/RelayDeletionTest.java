package dev.waymark.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.outbox.Database.Revision;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent, and what a deletion leaves behind. */
class RelayDeletionTest {

    private final UUID id = UUID.randomUUID();
    private Database database;

    @BeforeEach
    void empty() throws SQLException {
        database = Database.empty();
    }

    @Test
    void eventIsACloudEventInBinaryMode() throws Exception {
        var topic = Topic.fresh();
        database.append(Revision.of(id, 1).data("{\"name\":\"Zoë\"}"));
        drain(topic);

        var event = topic.records().getFirst();
        assertThat(event.key()).isEqualTo("acme/" + id);
        assertThat(new String(event.value(), StandardCharsets.UTF_8))
                .isEqualTo("{\"name\": \"Zoë\", \"changedElements\": []}");
        assertThat(Topic.header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(Topic.header(event, "ce_type")).isEqualTo("persona.updated.v1");
        assertThat(Topic.header(event, "ce_source")).isEqualTo("/persona-service");
        assertThat(Topic.header(event, "ce_subject")).isEqualTo(id.toString());
        assertThat(Topic.header(event, "ce_workspace")).isEqualTo("acme");
        assertThat(Topic.header(event, "ce_aggregateversion")).isEqualTo("1");
        assertThat(Topic.header(event, "content-type")).isEqualTo("application/json");
        assertThat(List.of(UUID.fromString(Topic.header(event, "ce_id"))))
                .isEqualTo(database.ask("select event_id from revision"));
    }

    @Test
    void eventGoesOnWithTheTraceOfItsChange() throws Exception {
        var topic = Topic.fresh();
        var traceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        database.append(Revision.of(id, 1).tracedAt(traceParent), Revision.of(id, 2));
        drain(topic);

        var events = topic.records();
        assertThat(Topic.header(events.getFirst(), "traceparent")).isEqualTo(traceParent);
        assertThat(events.getLast().headers().lastHeader("traceparent")).isNull();
    }

    @Test
    void deletionIsItsEventThenATombstoneWithTheSameHeaders() throws Exception {
        var topic = Topic.fresh();
        database.append(Revision.of(id, 1), Revision.of(id, 2).verb("deleted"));
        drain(topic);

        assertThat(topic.versions(id)).containsExactly(1, 2, -1);
        var event = topic.records().get(1);
        var tombstone = topic.records().get(2);
        assertThat(tombstone.key()).isEqualTo(event.key());
        assertThat(tombstone.headers()).isEqualTo(event.headers());
        assertThat(tombstone.timestamp()).isEqualTo(event.timestamp());
        assertThat(database.queued()).isZero();
    }

    @Test
    void deletionBlanksDataAndLeavesTheRest() throws Exception {
        var topic = Topic.fresh();
        database.append(
                Revision.of(id, 1), Revision.of(id, 2), Revision.of(id, 3).verb("deleted"));
        var rest = "select concat_ws(' ', position, version, type, event_id, actor, occurred_at) from revision"
                + " order by position";
        var before = database.ask(rest);
        drain(topic);

        assertThat(database.ask("select data from revision")).containsExactly(null, null, null);
        assertThat(database.ask(rest)).isEqualTo(before).hasSize(3);
    }

    @Test
    void deletionLeavesTheSameIdInAnotherWorkspaceAlone() throws Exception {
        var topic = Topic.fresh();
        database.append(
                Revision.of(id, 1),
                Revision.of(id, 1).in("globex"),
                Revision.of(id, 2).verb("deleted"));
        drain(topic);

        assertThat(database.ask("select workspace from revision where data is not null"))
                .containsExactly("globex");
    }

    @Test
    void whatBeganAfterTheDeletionKeepsItsData() throws Exception {
        var topic = Topic.fresh();
        database.append(
                Revision.of(id, 1),
                Revision.of(id, 2).verb("deleted"),
                Revision.of(id, 3).verb("created"));
        drain(topic);

        assertThat(database.ask("select version from revision where data is not null"))
                .containsExactly(3);
        assertThat(topic.versions(id)).containsExactly(1, 2, -1, 3);
    }

    @Test
    void dataStaysUntilTheDeletionIsAcknowledged() throws Exception {
        database.append(Revision.of(id, 1), Revision.of(id, 2).verb("deleted"));
        new Relay(database.relay(), new Unheard(), Clock.systemUTC()).drain();

        assertThat(database.ask("select version from revision where data is not null order by version"))
                .containsExactly(1, 2);
        assertThat(database.queued()).isEqualTo(1);
    }

    private void drain(Topic topic) throws SQLException {
        try (var publisher = new KafkaPublisher(topic)) {
            new Relay(database.relay(), publisher, Clock.systemUTC()).drain();
        }
    }

    /** Its deletions are never acknowledged. */
    private record Unheard() implements Publisher {
        @Override
        public List<Outcome> publish(List<QueuedRevision> revisions, Duration patience) {
            return revisions.stream()
                    .map(r -> r.deletes() ? new Outcome.TryAgain("unheard") : new Outcome.Acknowledged())
                    .map(Outcome.class::cast)
                    .toList();
        }

        @Override
        public void close() {}
    }
}
