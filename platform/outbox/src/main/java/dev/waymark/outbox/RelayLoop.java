package dev.waymark.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** Runs the relay on a thread of its own for as long as the service lives. */
@ApplicationScoped
class RelayLoop {

    private final Relay relay;
    private final OutboxConfig config;
    private final AgroalDataSource database;
    private final AtomicLong depth = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private Thread thread;

    RelayLoop(Relay relay, OutboxConfig config, @DataSource("relay") AgroalDataSource database, MeterRegistry metrics) {
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
        thread.interrupt();
        thread.join(5000);
    }

    private void run() {
        var topicsReady = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (!topicsReady) {
                    new Topics(config).ensure();
                    topicsReady = true;
                }
                if (relay.drain() == 0) {
                    measure();
                    relay.rest(config.poll());
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (SQLException | ExecutionException | RuntimeException e) {
                Log.warnf("Relay will try again why=%s", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.poll());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.createStatement();
                var row = query.executeQuery("select count(*), count(parked_at) from outbox")) {
            row.next();
            depth.set(row.getLong(1));
            parked.set(row.getLong(2));
        }
    }
}
