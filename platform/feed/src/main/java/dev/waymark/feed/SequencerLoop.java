package dev.waymark.feed;

import dev.waymark.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Runs the sequencer on a thread of its own for as long as the service lives, and wakes the streams that have news. */
@ApplicationScoped
class SequencerLoop {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_MEASUREMENTS = Duration.ofSeconds(2);

    private final Sequencer sequencer;
    private final DataSource database;
    private final FeedConfig config;
    private final Streams streams;
    private final AtomicLong unsequenced = new AtomicLong();
    private final Semaphore work = new Semaphore(0);
    private Thread thread;
    private long measuredAt = System.nanoTime() - BETWEEN_MEASUREMENTS.toNanos();

    SequencerLoop(
            @io.quarkus.agroal.DataSource("relay") DataSource database,
            FeedConfig config,
            Streams streams,
            MeterRegistry metrics) {
        this.sequencer = new Sequencer(database);
        this.database = database;
        this.config = config;
        this.streams = streams;
        metrics.gauge("waymark.feed.unsequenced", unsequenced);
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().name("feed-sequencer").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join(5000);
        }
    }

    void wake(@Observes Outbox.Committed committed) {
        if (work.availablePermits() == 0) {
            work.release();
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
            } catch (Throwable e) { // whatever it is, the thread must live: the feed would stand still
                pause = failed(e, pause);
            }
        }
    }

    private void turn() throws SQLException, InterruptedException {
        measure();
        var workspaces = sequencer.round();
        if (!workspaces.isEmpty()) {
            streams.wake(workspaces);
        } else if (work.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }

    /** @return how long to pause after the next failure in a row */
    private static Duration failed(Throwable e, Duration pause) {
        if (Thread.currentThread().isInterrupted()) {
            return pause;
        }
        Log.warnf("Sequencer will try again why=%s", e);
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private void measure() throws SQLException {
        if (System.nanoTime() - measuredAt < BETWEEN_MEASUREMENTS.toNanos()) {
            return;
        }
        try (var connection = database.getConnection();
                var query = connection.createStatement();
                var row = query.executeQuery("select count(*) from revision where feed_position is null")) {
            row.next();
            unsequenced.set(row.getLong(1));
        }
        measuredAt = System.nanoTime();
    }
}
