package dev.waymark.tickets;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "waymark.tickets")
interface TicketsConfig {

    /** What tickets are signed with, the same in all instances of a service; at least 32 bytes. */
    String key();

    /** This service's name: a ticket of one service is good for no other. */
    String service();

    /** How long a ticket is good. */
    @WithDefault("60S")
    Duration lifetime();
}
