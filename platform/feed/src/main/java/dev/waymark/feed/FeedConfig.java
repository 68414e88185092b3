package dev.waymark.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "waymark.feed")
interface FeedConfig {

    /** This service's name; the source of its events is {@code /<service>-service}. */
    String service();

    /** How long the sequencer rests when nothing wakes it. */
    @WithDefault("500ms")
    Duration poll();

    /** How long a stream may be silent. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How many streams this instance serves at once; further ones are told to come back. */
    @WithDefault("200")
    int streams();
}
