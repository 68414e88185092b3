package dev.waymark.startup;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.Config;

/** Ends a start in production whose settings are unsafe, before anything is served or told. */
@ApplicationScoped
class Startup {

    private final StartupConfig startup;
    private final Config config;

    Startup(StartupConfig startup, Config config) {
        this.startup = startup;
        this.config = config;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (startup.mode() == StartupConfig.Mode.DEVELOPMENT) {
            return;
        }
        var faults = new UnsafeSettings(config).faults();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Not started, since this is unsafe:\n- " + String.join("\n- ", faults)
                    + "\nOnly for development, with data that nobody misses: WAYMARK_MODE=development");
        }
    }
}
