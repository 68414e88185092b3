package dev.waymark.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The sequencer runs by itself, waits out what is away and stops when asked. */
class SequencerLoopTest {

    /** Long enough for a machine that has much else to do. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void goesOnByItselfAfterTheDatabaseWasAway() throws Exception {
        var database = Database.empty();
        database.committed("acme");
        var failures = new AtomicInteger(3);
        var loop = loop(unless(() -> failures.getAndDecrement() > 0, database.relay()));
        loop.start(null);
        try {
            await().atMost(SOON).until(() -> database.all("acme").size() == 1);
            database.committed("acme");
            await().atMost(SOON).until(() -> database.all("acme").size() == 2);
        } finally {
            loop.stop(null);
        }
    }

    @Test
    void showsHowManyWait() throws Exception {
        var database = Database.empty();
        database.committed("acme");
        database.committed("globex");
        var measured = new AtomicBoolean();
        var loop = loop(unless(() -> measured.getAndSet(true), database.relay())); // measures, and comes no further
        loop.start(null);
        try {
            await().atMost(SOON).untilAsserted(() -> assertThat(
                            metrics.get("waymark.feed.unsequenced").gauge().value())
                    .isEqualTo(2));
        } finally {
            loop.stop(null);
        }
    }

    @Test
    void stopsAtOnceWhileTheDatabaseIsAway() throws Exception {
        var loop = loop(unless(() -> true, null));
        loop.start(null);
        var begin = System.nanoTime();
        loop.stop(null);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
    }

    private SequencerLoop loop(DataSource database) {
        var config = new Config();
        var streams = new Streams(null, config, null, null, null, metrics);
        return new SequencerLoop(database, config, streams, metrics);
    }

    private static DataSource unless(java.util.function.BooleanSupplier away, DataSource database) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (away.getAsBoolean()) {
                        throw new SQLException("away", "08001");
                    }
                    return method.invoke(database, arguments);
                });
    }

    private record Config() implements FeedConfig {
        @Override
        public String service() {
            return "persona";
        }

        @Override
        public Duration poll() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration heartbeat() {
            return Duration.ofSeconds(15);
        }

        @Override
        public int streams() {
            return 1;
        }
    }
}
