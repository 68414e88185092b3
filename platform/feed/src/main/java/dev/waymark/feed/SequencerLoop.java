package dev.waymark.feed;

import dev.waymark.outbox.Outbox;
import dev.waymark.worker.Worker;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Runs the sequencer on a thread of its own for as long as the service lives, and wakes the streams that have news. */
@ApplicationScoped
class SequencerLoop implements Worker.Job {

    private final Sequencer sequencer;
    private final DataSource database;
    private final Streams streams;
    private final Worker worker;
    private final AtomicLong unsequenced = new AtomicLong();

    SequencerLoop(
            @io.quarkus.agroal.DataSource("relay") DataSource database,
            FeedConfig config,
            Streams streams,
            MeterRegistry metrics) {
        this.sequencer = new Sequencer(database);
        this.database = database;
        this.streams = streams;
        this.worker = new Worker("feed-sequencer", config.poll(), this);
        metrics.gauge("waymark.feed.unsequenced", unsequenced);
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        worker.stop();
    }

    void wake(@Observes Outbox.Committed committed) {
        worker.wake();
    }

    @Override
    public void measure() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.createStatement();
                var row = query.executeQuery("select count(*) from revision where feed_position is null")) {
            row.next();
            unsequenced.set(row.getLong(1));
        }
    }

    @Override
    public boolean turn() throws SQLException {
        var workspaces = sequencer.round();
        streams.wake(workspaces);
        return !workspaces.isEmpty();
    }
}
