package dev.waymark.startup;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "waymark.startup")
interface StartupConfig {

    /** What the service is started for. */
    Mode mode();

    /** {@code WAYMARK_MODE}. */
    enum Mode {
        DEVELOPMENT,
        PRODUCTION
    }
}
