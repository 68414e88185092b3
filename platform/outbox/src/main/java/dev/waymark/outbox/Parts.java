package dev.waymark.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** Makes beans of the parts that are plain Java, so that tests can build them by hand. */
@ApplicationScoped
class Parts {

    @Produces
    @Singleton
    Relay relay(@DataSource("relay") AgroalDataSource database, OutboxConfig config, InstantSource clock) {
        return new Relay(database, new KafkaPublisher(config), clock);
    }

    void close(@Disposes Relay relay) {
        relay.close();
    }

    /** As fine as PostgreSQL stores it, so that a time reads the same before and after. */
    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
