package dev.waymark.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.outbox.Database.Revision;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A revision that can never be sent stops its own aggregate and no other. */
class RelayParkingTest {

    private static final String HUGE = "{\"text\": \"" + "x".repeat(3 * 1024 * 1024) + "\"}";

    private final UUID bad = UUID.randomUUID();
    private final UUID good = UUID.randomUUID();
    private Database database;

    @BeforeEach
    void empty() throws SQLException {
        database = Database.empty();
    }

    @Test
    void tooLargeForAnyRecordParksItsAggregateOnly() throws Exception {
        var topic = Topic.fresh();
        database.append(Revision.of(bad, 1), Revision.of(bad, 2).data(HUGE), Revision.of(bad, 3), Revision.of(good, 1));
        drainAll(topic);

        assertThat(topic.versions(bad)).containsExactly(1);
        assertThat(topic.versions(good)).containsExactly(1);
        assertThat(database.ask(
                        "select version from revision join outbox using (position) where parked_at is not null"))
                .containsExactly(2);
        assertThat(database.ask("select parked_why from outbox where parked_at is not null")
                        .toString())
                .contains("max.request.size");
    }

    @Test
    void laterRevisionsWaitBehindTheParkedOneUntilItIsMendedAndReleased() throws Exception {
        var topic = Topic.fresh();
        database.append(Revision.of(bad, 1).data(HUGE));
        drainAll(topic);
        database.append(Revision.of(bad, 2), Revision.of(good, 1));
        drainAll(topic);
        assertThat(topic.versions(bad)).isEmpty();
        assertThat(topic.versions(good)).containsExactly(1);

        assertThat(database.ask("select waiting from parked where aggregate_id = '" + bad + "'"))
                .containsExactly(1L);

        database.run("update revision set data = '{}' where version = 1 and aggregate_id = '" + bad + "'");
        assertThat(database.ask("select release_parked('" + good + "')")).containsExactly(0L);
        assertThat(database.ask("select release_parked('" + bad + "')")).containsExactly(1L);
        drainAll(topic);

        assertThat(topic.versions(bad)).containsExactly(1, 2);
        assertThat(database.queued()).isZero();
    }

    @Test
    void tooLargeForTheBrokerParksAsWell() throws Exception {
        var topic = Topic.narrow(2000);
        var alsoBad = UUID.randomUUID();
        var large = "{\"text\": \"" + "x".repeat(5000) + "\"}";
        var others = Stream.generate(UUID::randomUUID).limit(20).toList();
        database.append(Revision.of(bad, 1).data(large), Revision.of(good, 1));
        for (var other : others) {
            database.append(Revision.of(other, 1));
        }
        database.append(Revision.of(alsoBad, 1).data(large));
        drainAll(topic);

        assertThat(topic.versions(good)).containsExactly(1);
        assertThat(topic.records()).hasSize(1 + others.size());
        assertThat(topic.versions(bad)).isEmpty();
        assertThat(database.parked()).isEqualTo(2);
    }

    @Test
    void aggregateWithoutATopicParksAndDoesNotStopTheOthers() throws Exception {
        var topic = Topic.fresh();
        database.append(Revision.of(bad, 1).kind("stranger"), Revision.of(good, 1));
        drainAll(topic);

        assertThat(topic.versions(good)).containsExactly(1);
        assertThat(database.parked()).isEqualTo(1);
        assertThat(database.ask("select parked_why from outbox").toString()).contains("stranger");
    }

    @Test
    void revisionWithoutDataParksAndDoesNotStopTheOthers() throws Exception {
        var topic = Topic.fresh();
        database.append(Revision.of(bad, 1), Revision.of(good, 1));
        database.run("update revision set data = null where aggregate_id = '" + bad + "'");
        drainAll(topic);

        assertThat(topic.versions(good)).containsExactly(1);
        assertThat(database.parked()).isEqualTo(1);
    }

    @Test
    void sameIdInAnotherWorkspaceIsAnotherAggregate() throws Exception {
        var topic = Topic.fresh();
        database.append(
                Revision.of(bad, 1).data(HUGE),
                Revision.of(bad, 1).in("globex"),
                Revision.of(bad, 2).in("globex"));
        drainAll(topic);

        assertThat(topic.records())
                .extracting(r -> r.key() + " " + Topic.version(r))
                .containsExactly("globex/" + bad + " 1", "globex/" + bad + " 2");
    }

    private void drainAll(Topic topic) throws SQLException {
        try (var publisher = new KafkaPublisher(topic)) {
            var relay = new Relay(database.relay(), publisher, Clock.systemUTC());
            while (relay.drain() > 0) {
                // once more: the next batch
            }
        }
    }
}
