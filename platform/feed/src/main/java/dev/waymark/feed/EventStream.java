package dev.waymark.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.worker.Backoff;
import io.quarkus.logging.Log;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * One client's stream: looks for what is new, sends it, rests. It lives on the virtual thread of its request; resting, it
 * holds nothing but that thread.
 */
class EventStream {

    /** How long a client may take for one event. Who is slower has to resume. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Backoff BETWEEN_LOOKS = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));

    private final Client client;
    private final LongFunction<List<FeedEvent>> feed;
    private final Duration heartbeat;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopped;
    private long position;
    private Backoff backoff = BETWEEN_LOOKS;
    private Instant spokenAt;

    /** @param feed what follows a position; may fail, and is asked again */
    EventStream(
            Client client,
            LongFunction<List<FeedEvent>> feed,
            Duration heartbeat,
            ObjectMapper json,
            InstantSource clock) {
        this.client = client;
        this.feed = feed;
        this.heartbeat = heartbeat;
        this.json = json;
        this.clock = clock;
        this.position = client.after();
        this.spokenAt = clock.instant();
    }

    /** Says that there may be something to send. */
    void wake() {
        news.release();
    }

    /** Ends the stream soon. */
    void stop() {
        stopped = true;
        news.release();
    }

    /** Returns when the client is gone, its token has expired or the stream was stopped. */
    void run() {
        try {
            say(comment("stream"));
            while (!over()) {
                var events = look();
                if (events.isEmpty()) {
                    rest();
                }
                for (var event : events) {
                    if (over()) {
                        break;
                    }
                    say(event(event));
                    position = event.position();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | IllegalStateException gone) {
            Log.debugf("Client gone position=%d why=%s", position, gone);
            client.hangUp().run();
        } finally {
            client.sink().close();
        }
    }

    private boolean over() {
        return stopped || client.sink().isClosed() || !clock.instant().isBefore(client.until());
    }

    /** A database that is away does not end the stream. */
    private List<FeedEvent> look() {
        try {
            var events = feed.apply(position);
            backoff = BETWEEN_LOOKS;
            return events;
        } catch (RuntimeException e) {
            Log.warnf("Stream will look again position=%d why=%s", position, e);
            backoff = backoff.longer();
            return List.of();
        }
    }

    /** Until there is news, or it is time to look all the same; not silent for too long meanwhile. */
    private void rest() throws InterruptedException, ExecutionException, TimeoutException {
        var lookAgain = clock.instant().plus(backoff.pause());
        for (var now = clock.instant(); now.isBefore(lookAgain) && !over(); now = clock.instant()) {
            if (!now.isBefore(spokenAt.plus(heartbeat))) {
                say(comment(""));
            }
            var next = Stream.of(lookAgain, spokenAt.plus(heartbeat), client.until())
                    .min(Instant::compareTo)
                    .orElseThrow();
            if (news.tryAcquire(Math.max(1, now.until(next, ChronoUnit.MILLIS)), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
                return;
            }
        }
    }

    private void say(OutboundSseEvent event) throws InterruptedException, ExecutionException, TimeoutException {
        client.sink().send(event).toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        spokenAt = clock.instant();
    }

    private OutboundSseEvent comment(String text) {
        return client.sse().newEventBuilder().comment(text).build();
    }

    private OutboundSseEvent event(FeedEvent event) {
        try {
            return client.sse()
                    .newEventBuilder()
                    .id(event.sequence())
                    .name(event.type())
                    .data(json.writeValueAsString(event))
                    .build();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an event that is not JSON", e);
        }
    }

    /**
     * Who listens.
     *
     * @param after the position after which the stream begins
     * @param until when the client's token expires
     * @param hangUp closes the connection of a client that takes nothing any more
     */
    record Client(long after, Instant until, SseEventSink sink, Sse sse, Runnable hangUp) {}
}
