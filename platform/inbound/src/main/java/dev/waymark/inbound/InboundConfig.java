package dev.waymark.inbound;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "waymark.inbound")
interface InboundConfig {

    /** This service's name: the actor of what events change here. */
    String service();
}
