package dev.waymark.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.devstack.KafkaBroker;
import dev.waymark.outbox.Database.Revision;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Nothing is lost, whatever dies at the worst moment. */
class RelayCrashTest {

    private final UUID id = UUID.randomUUID();

    @Test
    void killedBetweenAcknowledgementAndDeleteItSendsAgain() throws Exception {
        var database = Database.empty();
        var topic = Topic.fresh();
        database.append(Revision.of(id, 1), Revision.of(id, 2));
        try (var publisher = new KafkaPublisher(topic)) {
            var relay = new Relay(database.relay(), publisher, Clock.systemUTC());
            var doomed = new Relay(database.relay(), new Deadly(publisher, database.relay()), Clock.systemUTC());

            assertThatThrownBy(doomed::drain).isInstanceOf(SQLException.class);
            assertThat(topic.versions(id)).containsExactly(1, 2);
            assertThat(database.queued()).isEqualTo(2);

            assertThat(relay.drain()).isEqualTo(2);
        }
        assertThat(topic.versions(id)).containsExactly(1, 2, 1, 2);
        assertThat(database.queued()).isZero();
    }

    @Test
    void brokerAwayForAWhileDelaysButLosesNothing() throws Exception {
        var folder = Topic.temporary("restarted");
        var database = Database.empty();
        var broker = KafkaBroker.start(folder, 0);
        var topic = Topic.named(broker.bootstrapServers());
        var port = Integer.parseInt(topic.brokers().split(":")[1]);
        new Topics(topic).ensure();
        try (var publisher = new KafkaPublisher(topic)) {
            var relay = new Relay(database.relay(), publisher, Clock.systemUTC());
            database.append(Revision.of(id, 1));
            assertThat(relay.drain()).isEqualTo(1);

            broker.close();
            var other = UUID.randomUUID();
            database.append(Revision.of(id, 2), Revision.of(id, 3), Revision.of(other, 1), Revision.of(id, 4));
            assertThat(timed(relay)).isLessThan(Duration.ofSeconds(12));
            assertThat(timed(relay)).isLessThan(Duration.ofSeconds(12));
            assertThat(database.queued()).isEqualTo(4);
            assertThat(database.parked()).isZero();

            broker = KafkaBroker.start(folder, port);
            while (database.queued() > 0) {
                relay.drain();
            }
            assertThat(topic.versions(id).stream().distinct()).containsExactly(1, 2, 3, 4);
            assertThat(topic.versions(other)).contains(1);
        } finally {
            broker.close();
        }
    }

    /** A producer that has never seen the broker cannot even ask for the topic's partitions. */
    @Test
    void brokerNeverSeenDelaysARoundOnceNotPerRevision() throws Exception {
        var database = Database.empty();
        for (int i = 0; i < 20; i++) {
            database.append(Revision.of(UUID.randomUUID(), 1));
        }
        try (var publisher = new KafkaPublisher(Topic.named("127.0.0.1:1"))) {
            var relay = new Relay(database.relay(), publisher, Clock.systemUTC());
            assertThat(timed(relay)).isLessThan(Duration.ofSeconds(6));
        }
        assertThat(database.queued()).isEqualTo(20);
        assertThat(database.parked()).isZero();
    }

    @Test
    void interruptedWhileWaitingForTheBrokerItStopsAtOnceAndStaysInterrupted() throws Exception {
        var database = Database.empty();
        database.append(Revision.of(id, 1));
        var sending = new CountDownLatch(1);
        var publisher = new KafkaPublisher(Topic.named("127.0.0.1:1"));
        var relay = new Relay(database.relay(), announcing(publisher, sending), Clock.systemUTC());
        var drain = new FutureTask<>(
                () -> relay.drain() == 0 && Thread.currentThread().isInterrupted());
        var thread = Thread.ofPlatform().start(drain);
        sending.await();
        thread.interrupt();
        assertThat(drain.get(2, TimeUnit.SECONDS)).isTrue();
        publisher.close();
        assertThat(database.queued()).isEqualTo(1);
    }

    @Test
    void failureOfTheRollbackDoesNotHideItsReason() {
        var away = new SQLException("the reason", "08006");
        var rollback = new SQLException("no rollback either", "08003");
        var connection = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "createStatement", "prepareStatement" -> throw away;
                        case "rollback" -> throw rollback;
                        default -> {
                            return null;
                        }
                    }
                });
        var database = (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (p, m, a) -> connection);
        var relay = new Relay(database, null, Clock.systemUTC());

        assertThatThrownBy(relay::drain).isSameAs(away).hasSuppressedException(rollback);
    }

    private static Duration timed(Relay relay) throws SQLException {
        var begin = System.nanoTime();
        assertThat(relay.drain()).isZero();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Publisher announcing(Publisher publisher, CountDownLatch sending) {
        return new Publisher() {
            @Override
            public List<Outcome> publish(List<QueuedRevision> revisions, Duration patience) {
                sending.countDown();
                return publisher.publish(revisions, patience);
            }

            @Override
            public void close() {}
        };
    }

    /** Ends the relay's connection once the broker has acknowledged everything, so that the delete never happens. */
    private record Deadly(Publisher publisher, DataSource database) implements Publisher {
        @Override
        public List<Outcome> publish(List<QueuedRevision> revisions, Duration patience) {
            var outcomes = publisher.publish(revisions, patience);
            if (revisions.getFirst().version() == 2) {
                killOthers();
            }
            return outcomes;
        }

        private void killOthers() {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                        + " where usename = current_user and state = 'idle in transaction'");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {}
    }
}
