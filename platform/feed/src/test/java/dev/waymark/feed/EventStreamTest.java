package dev.waymark.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a stream speaks, waits, goes on and ends. */
@Timeout(120)
class EventStreamTest {

    /** Long enough for a machine that has much else to do. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    private final Sink sink = new Sink();
    private final AtomicInteger hungUp = new AtomicInteger();

    @Test
    void beginsAfterThePositionAndGoesOnFromWhatItSent() throws Exception {
        var stream =
                stream(7, Instant.MAX, Duration.ofMinutes(1), position -> position < 9 ? event(position + 1) : none());
        var thread = Thread.startVirtualThread(stream::run);

        await().atMost(SOON).until(() -> sink.ids().equals(List.of("8", "9")));
        stream.stop();
        thread.join();

        assertThat(sink.closed).isTrue();
    }

    @Test
    void aSilentStreamSaysThatItLives() {
        var stream = stream(0, Instant.MAX, Duration.ofMillis(50), position -> none());
        Thread.startVirtualThread(stream::run);

        await().atMost(SOON).until(() -> sink.sent.size() > 3);
        stream.stop();

        assertThat(sink.sent).allMatch(event -> event.getComment() != null && event.getData() == null);
    }

    @Test
    void endsWhenTheTokenExpires() {
        var until = Instant.now().plusMillis(300);

        stream(0, until, Duration.ofMinutes(1), position -> none()).run();

        assertThat(Instant.now()).isAfterOrEqualTo(until).isBefore(until.plusSeconds(1));
        assertThat(sink.closed).isTrue();
        assertThat(hungUp).as("an orderly end").hasValue(0);
    }

    @Test
    void endsInTheMidstOfManyEventsWhenTheTokenExpires() {
        var until = Instant.EPOCH.plusSeconds(60);
        InstantSource clock = () -> sink.ids().size() < 3 ? Instant.EPOCH : until;
        var many = Stream.of(1, 2, 3, 4, 5).map(EventStreamTest::one).toList();

        new EventStream(client(0, until), position -> many, Duration.ofMinutes(1), JSON, clock).run();

        assertThat(sink.ids()).containsExactly("1", "2", "3");
    }

    @Test
    void survivesADatabaseThatIsAwayForAWhile() {
        var failures = new AtomicInteger(1);
        var stream = stream(0, Instant.MAX, Duration.ofMillis(50), position -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("away");
            }
            return position < 1 ? event(1) : none();
        });
        Thread.startVirtualThread(stream::run);

        await().atMost(SOON).until(() -> sink.ids().equals(List.of("1")));
        assertThat(sink.sent.stream().limit(3)).as("heartbeats meanwhile").allMatch(e -> e.getComment() != null);
        stream.stop();
    }

    @Test
    void endsWhenTheClientIsGone() {
        sink.failing = true;

        stream(0, Instant.MAX, Duration.ofMinutes(1), position -> none()).run();

        assertThat(hungUp).hasValue(1);
        assertThat(sink.closed).isTrue();
    }

    private EventStream stream(long after, Instant until, Duration heartbeat, LongFunction<List<FeedEvent>> feed) {
        return new EventStream(client(after, until), feed, heartbeat, JSON, Clock.systemUTC());
    }

    private EventStream.Client client(long after, Instant until) {
        return new EventStream.Client(after, until, sink, new SseImpl(), hungUp::incrementAndGet);
    }

    private static List<FeedEvent> none() {
        return List.of();
    }

    private static List<FeedEvent> event(long position) {
        return List.of(one(position));
    }

    private static FeedEvent one(long position) {
        return new FeedEvent(
                "1.0",
                UUID.randomUUID(),
                "/persona-service",
                "persona.updated.v1",
                UUID.randomUUID(),
                Instant.EPOCH,
                String.valueOf(position),
                "acme",
                1,
                "application/json",
                "{}");
    }

    private static final class Sink implements SseEventSink {
        private final Queue<OutboundSseEvent> sent = new ConcurrentLinkedQueue<>();
        private volatile boolean closed;
        private volatile boolean failing;

        List<String> ids() {
            return sent.stream()
                    .map(OutboundSseEvent::getId)
                    .filter(id -> id != null)
                    .toList();
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            sent.add(event);
            return failing
                    ? CompletableFuture.failedFuture(new java.io.IOException("gone"))
                    : CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
