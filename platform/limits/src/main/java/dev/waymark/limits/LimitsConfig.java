package dev.waymark.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "waymark.limits")
interface LimitsConfig {

    /** How many requests a workspace may make in a {@link #window}, all at once too; of each instance. */
    @WithDefault("6000")
    long requests();

    /** In which time the requests of a workspace come back, little by little. */
    @WithDefault("60S")
    Duration window();

    /** For how many workspaces an instance keeps count; the one that asked longest ago is forgotten first. */
    @WithDefault("10000")
    int workspaces();

    /** How many requests an instance works on at once; about ten for each connection of its pool. */
    @WithDefault("100")
    int concurrent();

    /** The same for half a minute after that was not enough; little more than there are connections, so that nobody waits long for one. */
    @WithDefault("12")
    int overloaded();
}
