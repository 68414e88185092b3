package dev.waymark.outbox;

import static dev.waymark.outbox.Database.append;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.outbox.Database.Revision;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Each aggregate's revisions arrive in the order of their versions, whatever runs at the same time. */
class RelayOrderTest {

    private static final int WRITERS = 4;
    private static final int TRANSACTIONS_EACH = 300;

    @Test
    void versionsRiseWhileManyWriteAndTwoRelaysDrain() throws Exception {
        var database = Database.empty();
        var topic = Topic.fresh();
        var aggregates = Stream.generate(Aggregate::new).limit(40).toList();
        var written = new AtomicBoolean();
        try (var first = new KafkaPublisher(topic);
                var second = new KafkaPublisher(topic);
                var threads = Executors.newCachedThreadPool()) {
            var relays = Stream.of(first, second)
                    .map(publisher -> threads.submit(draining(database, publisher, written)))
                    .toList();
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(seed -> threads.submit(writing(database, aggregates, seed)))
                    .toList();
            await(writers);
            written.set(true);
            await(relays);
        }

        var records = topic.records();
        assertThat(records).hasSizeGreaterThan(1500);
        for (var aggregate : aggregates) {
            assertThat(firstOccurrences(records, aggregate))
                    .as("versions of %s", aggregate.id)
                    .isEqualTo(IntStream.rangeClosed(1, aggregate.version.get())
                            .boxed()
                            .toList());
        }
        assertThat(database.queued()).isZero();
    }

    @Test
    void whatCommitsLateIsNotSkipped() throws Exception {
        var database = Database.empty();
        var topic = Topic.fresh();
        var slow = UUID.randomUUID();
        var fast = UUID.randomUUID();
        try (var publisher = new KafkaPublisher(topic);
                var late = database.transactionOf("acme")) {
            var relay = new Relay(database.relay(), publisher, Clock.systemUTC());
            append(late, Revision.of(slow, 1));
            database.append(Revision.of(fast, 1));

            assertThat(relay.drain()).isEqualTo(1);
            late.commit();
            assertThat(relay.drain()).isEqualTo(1);
        }
        assertThat(topic.versions(fast)).containsExactly(1);
        assertThat(topic.versions(slow)).containsExactly(1);
    }

    @Test
    void onlyOneRelayWorksAtATime() throws Exception {
        var database = Database.empty();
        var topic = Topic.fresh();
        database.append(Revision.of(UUID.randomUUID(), 1));
        try (var publisher = new KafkaPublisher(topic);
                var other = database.relay().getConnection();
                var lock = other.createStatement()) {
            var relay = new Relay(database.relay(), publisher, Clock.systemUTC());
            other.setAutoCommit(false);
            lock.execute("select pg_advisory_xact_lock(hashtext('waymark.outbox'))");

            assertThat(relay.drain()).isZero();
            other.rollback();
            assertThat(relay.drain()).isEqualTo(1);
        }
    }

    private static Callable<Void> draining(Database database, Publisher publisher, AtomicBoolean written) {
        var relay = new Relay(database.relay(), publisher, Clock.systemUTC());
        return () -> {
            while (!written.get() || database.queued() > 0) {
                relay.drain();
            }
            return null;
        };
    }

    /** Like the service: the aggregate's row is locked first; now and then a transaction is rolled back. */
    private static Callable<Void> writing(Database database, List<Aggregate> aggregates, int seed) {
        var random = new Random(seed);
        return () -> {
            for (int i = 0; i < TRANSACTIONS_EACH; i++) {
                var some = random.ints(1 + random.nextInt(3), 0, aggregates.size())
                        .distinct()
                        .sorted()
                        .mapToObj(aggregates::get)
                        .toList();
                write(database, some, random.nextInt(10) > 0);
            }
            return null;
        };
    }

    private static void write(Database database, List<Aggregate> some, boolean commit) throws SQLException {
        try (var transaction = database.transactionOf("acme")) {
            for (var aggregate : some) {
                try (var lock = transaction.prepareStatement("select pg_advisory_xact_lock(?)")) {
                    lock.setLong(1, aggregate.id.getMostSignificantBits());
                    lock.execute();
                }
                append(transaction, Revision.of(aggregate.id, aggregate.version.get() + 1));
            }
            if (commit) {
                some.forEach(aggregate -> aggregate.version.incrementAndGet());
                transaction.commit();
            } else {
                transaction.rollback();
            }
        }
    }

    private static List<Integer> firstOccurrences(List<ConsumerRecord<String, byte[]>> records, Aggregate aggregate) {
        return records.stream()
                .filter(r -> r.key().equals("acme/" + aggregate.id))
                .map(Topic::version)
                .distinct()
                .toList();
    }

    private static void await(List<? extends Future<?>> all) throws Exception {
        for (var one : all) {
            one.get();
        }
    }

    /** Its version changes under its lock only. */
    private static final class Aggregate {
        private final UUID id = UUID.randomUUID();
        private final AtomicInteger version = new AtomicInteger();
    }
}
