package dev.waymark.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.http.Problem;
import dev.waymark.workspace.CurrentCaller;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The streams this instance serves: not too many, woken when there is news, ended when the service stops. */
@ApplicationScoped
class Streams {

    private static final int AT_ONCE = 25;

    private final Feed feed;
    private final FeedConfig config;
    private final CurrentCaller caller;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Semaphore free;
    private final Map<EventStream, String> workspaces = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Streams(
            Feed feed,
            FeedConfig config,
            CurrentCaller caller,
            ObjectMapper json,
            InstantSource clock,
            MeterRegistry metrics) {
        this.feed = feed;
        this.config = config;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
        this.free = new Semaphore(config.streams());
        metrics.gaugeMapSize("waymark.feed.streams", List.of(), workspaces);
    }

    /**
     * Serves a client until the stream ends.
     *
     * @throws Problem 503 if there are too many, or the service is about to stop
     */
    void serve(EventStream.Client client) {
        if (stopping || !free.tryAcquire()) {
            throw Problem.unavailable("This instance serves as many streams as it can. Try again, or poll.");
        }
        var stream =
                new EventStream(client, position -> feed.after(position, AT_ONCE), config.heartbeat(), json, clock);
        try {
            workspaces.put(stream, caller.get().workspace());
            if (!stopping) {
                stream.run();
            }
        } finally {
            workspaces.remove(stream);
            free.release();
        }
    }

    void wake(Set<String> withNews) {
        workspaces.forEach((stream, workspace) -> {
            if (withNews.contains(workspace)) {
                stream.wake();
            }
        });
    }

    /** Before Quarkus waits for the requests under way: streams would keep it waiting. */
    void stop(@Observes ShutdownDelayInitiatedEvent stop) {
        Log.infof("Streams end open=%d", workspaces.size());
        end();
    }

    void stop(@Observes ShutdownEvent stop) {
        end();
    }

    private void end() {
        stopping = true;
        workspaces.keySet().forEach(EventStream::stop);
    }
}
