package dev.waymark.workspace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "waymark.workspace")
interface WorkspaceConfig {

    /** The token claim that holds the {@code workspace:role} grants. */
    @WithDefault("groups")
    String claim();
}
