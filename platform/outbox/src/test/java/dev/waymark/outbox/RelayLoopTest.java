package dev.waymark.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waymark.outbox.Database.Revision;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The relay runs by itself, waits out what is away and stops when asked. */
class RelayLoopTest {

    private final UUID id = UUID.randomUUID();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void makesItsTopicsAndSendsWhatIsQueued() throws Exception {
        var database = Database.empty();
        var topic = Topic.named(Topic.broker());
        database.append(Revision.of(id, 1));
        var loop = start(database.relay(), topic);
        try {
            await().untilAsserted(() -> assertThat(database.queued()).isZero());
            assertThat(topic.versions(id)).containsExactly(1);
        } finally {
            loop.stop(null);
        }
    }

    @Test
    void depthIsMeasuredEvenWhileTheBrokerIsAway() throws Exception {
        var database = Database.empty();
        database.append(Revision.of(id, 1), Revision.of(id, 2));
        database.run("update outbox set parked_at = now() where position = (select min(position) from outbox)");
        var loop = start(database.relay(), Topic.named("127.0.0.1:1"));
        try {
            await().untilAsserted(() -> {
                assertThat(metrics.get("waymark.outbox.depth").gauge().value()).isEqualTo(2);
                assertThat(metrics.get("waymark.outbox.parked").gauge().value()).isEqualTo(1);
            });
        } finally {
            assertThat(timedStop(loop)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void stopsAtOnceWhileTheDatabaseIsAway() throws Exception {
        var tried = new CountDownLatch(2);
        var loop = start(away(tried), Topic.named(Topic.broker()));
        tried.await();
        assertThat(timedStop(loop)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void stopWithoutAStartIsHarmless() throws Exception {
        loop(away(new CountDownLatch(1)), Topic.named("127.0.0.1:1")).stop(null);
    }

    private RelayLoop start(DataSource database, Topic topic) {
        var loop = loop(database, topic);
        loop.start(null);
        return loop;
    }

    private RelayLoop loop(DataSource database, Topic topic) {
        var relay = new Relay(database, new KafkaPublisher(topic), Clock.systemUTC());
        return new RelayLoop(relay, topic, database, metrics);
    }

    private static Duration timedStop(RelayLoop loop) throws InterruptedException {
        var begin = System.nanoTime();
        loop.stop(null);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static DataSource away(CountDownLatch tried) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    tried.countDown();
                    throw new SQLException("away", "08001");
                });
    }
}
