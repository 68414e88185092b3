package dev.waymark.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Runs the relay on a thread of its own for as long as the service lives. */
@ApplicationScoped
class RelayLoop {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_MEASUREMENTS = Duration.ofSeconds(2);

    private final Relay relay;
    private final OutboxConfig config;
    private final DataSource database;
    private final AtomicLong depth = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private Thread thread;
    private boolean topicsReady;
    private long measuredAt = System.nanoTime() - BETWEEN_MEASUREMENTS.toNanos();

    RelayLoop(
            Relay relay,
            OutboxConfig config,
            @io.quarkus.agroal.DataSource("relay") DataSource database,
            MeterRegistry metrics) {
        this.relay = relay;
        this.config = config;
        this.database = database;
        metrics.gauge("waymark.outbox.depth", depth);
        metrics.gauge("waymark.outbox.parked", parked);
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join(5000);
        }
    }

    private void run() {
        var pause = config.poll();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                turn();
                pause = config.poll();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (Throwable e) { // whatever it is, the thread must live: nobody else sends
                pause = failed(e, pause);
            }
        }
    }

    private void turn() throws SQLException, ExecutionException, InterruptedException {
        measure();
        if (!topicsReady) {
            new Topics(config).ensure();
            topicsReady = true;
        }
        if (relay.drain() == 0) {
            topicsReady = depth.get() == 0; // what does not go may lack its topic
            relay.rest(config.poll());
        }
    }

    /** @return how long to pause after the next failure in a row */
    private static Duration failed(Throwable e, Duration pause) {
        if (Thread.currentThread().isInterrupted()) {
            return pause;
        }
        Log.warnf("Relay will try again why=%s", e);
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    /** Now and then, whatever else succeeds or fails: an alarm must not depend on the broker. */
    private void measure() throws SQLException {
        if (System.nanoTime() - measuredAt < BETWEEN_MEASUREMENTS.toNanos()) {
            return;
        }
        try (var connection = database.getConnection();
                var query = connection.createStatement();
                var row = query.executeQuery("select count(*), count(parked_at) from outbox")) {
            row.next();
            depth.set(row.getLong(1));
            parked.set(row.getLong(2));
        }
        measuredAt = System.nanoTime();
    }
}
