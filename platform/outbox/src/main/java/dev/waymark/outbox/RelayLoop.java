package dev.waymark.outbox;

import dev.waymark.worker.Worker;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Runs the relay on a thread of its own for as long as the service lives. */
@ApplicationScoped
class RelayLoop implements Worker.Job {

    private final Relay relay;
    private final OutboxConfig config;
    private final DataSource database;
    private final Worker worker;
    private final AtomicLong depth = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private boolean topicsReady;

    RelayLoop(
            Relay relay,
            OutboxConfig config,
            @io.quarkus.agroal.DataSource("relay") DataSource database,
            MeterRegistry metrics) {
        this.relay = relay;
        this.config = config;
        this.database = database;
        this.worker = new Worker("outbox-relay", config.poll(), this);
        metrics.gauge("waymark.outbox.depth", depth);
        metrics.gauge("waymark.outbox.parked", parked);
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
                var row = query.executeQuery("select count(*), count(parked_at) from outbox")) {
            row.next();
            depth.set(row.getLong(1));
            parked.set(row.getLong(2));
        }
    }

    @Override
    public boolean turn() throws SQLException, ExecutionException, InterruptedException {
        if (!topicsReady) {
            new Topics(config).ensure();
            topicsReady = true;
        }
        var some = relay.drain() > 0;
        if (!some) {
            topicsReady = depth.get() == 0; // what does not go may lack its topic
        }
        return some;
    }
}
