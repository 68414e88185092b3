package dev.waymark.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

@ConfigMapping(prefix = "waymark.outbox")
interface OutboxConfig {

    /** This service's name; the source of its events is {@code /<service>-service}. */
    String service();

    /** Kafka's bootstrap servers. */
    String brokers();

    /** The topic of each aggregate type of this service. */
    Map<String, String> topics();

    /** Where events go that this service cannot take in. */
    String deadLetters();

    /** Partitions of each topic; never changed, or the order per aggregate would be lost. */
    @WithDefault("12")
    int partitions();

    /** How long the relay rests when nothing wakes it. */
    @WithDefault("500ms")
    Duration poll();
}
