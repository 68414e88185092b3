package dev.waymark.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.feed.Database.Told;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hundreds write, two sequencers compete, one reads along: every commit is read exactly once and in order. */
class SequencerUnderLoadTest {

    private static final int WRITERS = 300;
    private static final int TRANSACTIONS_EACH = 6;

    private final List<Aggregate> aggregates =
            Stream.generate(Aggregate::new).limit(40).toList();
    private final AtomicBoolean written = new AtomicBoolean();
    private final ConcurrentHashMap<String, Boolean> acknowledged = new ConcurrentHashMap<>();

    @Test
    void nothingIsSkippedDoubledOrOutOfOrder() throws Exception {
        var database = Database.empty();
        List<Told> read;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reader = threads.submit(reading(database));
            var sequencers = Stream.generate(() -> threads.submit(sequencing(database)))
                    .limit(2)
                    .toList();
            await(Stream.generate(() -> threads.submit(writing(database)))
                    .limit(WRITERS)
                    .toList());
            written.set(true);
            await(sequencers);
            read = reader.get();
        }

        assertThat(acknowledged).hasSizeGreaterThan(WRITERS * TRANSACTIONS_EACH / 2);
        assertThat(read)
                .extracting(Told::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, acknowledged.size()).boxed().toList());
        assertThat(read)
                .extracting(told -> told.id() + " " + told.version())
                .containsExactlyInAnyOrderElementsOf(acknowledged.keySet());
        aggregates.forEach(aggregate -> aggregate.requireInOrder(read));
        assertThat(database.all("acme")).isEqualTo(read);
    }

    /** Like the service: the aggregate's row is locked first; now and then a transaction is rolled back. */
    private Callable<Void> writing(Database database) {
        return () -> {
            for (int i = 0; i < TRANSACTIONS_EACH; i++) {
                var random = ThreadLocalRandom.current();
                write(database, aggregates.get(random.nextInt(aggregates.size())), random.nextInt(10) > 0);
            }
            return null;
        };
    }

    private void write(Database database, Aggregate aggregate, boolean commit) throws SQLException {
        try (var transaction = database.transactionOf("acme");
                var lock = transaction.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, aggregate.id.getMostSignificantBits());
            lock.execute();
            var version = aggregate.version + 1;
            Database.append(transaction, "acme", aggregate.id, version);
            if (!commit) {
                transaction.rollback();
                return;
            }
            aggregate.version = version;
            transaction.commit();
            acknowledged.put(aggregate.id + " " + version, true);
        }
    }

    private Callable<Void> sequencing(Database database) {
        var sequencer = new Sequencer(database.relay());
        return () -> {
            boolean last;
            do {
                last = written.get();
            } while (!sequencer.round().isEmpty() || !last);
            return null;
        };
    }

    /** Goes on from the last position it saw, as a client does. */
    private Callable<List<Told>> reading(Database database) {
        return () -> {
            var read = new ArrayList<Told>();
            while (!written.get() || read.size() < acknowledged.size()) {
                read.addAll(database.after("acme", read.size(), 25));
            }
            return read;
        };
    }

    private static void await(List<? extends Future<?>> all) throws Exception {
        for (var one : all) {
            one.get();
        }
    }

    /** Its version changes under its lock only. */
    private static final class Aggregate {
        private final UUID id = UUID.randomUUID();
        private volatile int version;

        private void requireInOrder(List<Told> read) {
            assertThat(read)
                    .filteredOn(told -> told.id().equals(id))
                    .extracting(Told::version)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, version).boxed().toList());
        }
    }
}
