package dev.waymark.devstack.launch;

import dev.waymark.devstack.StackSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One of the three services: where it is built, where it listens, which database is its own. */
record ServicePlan(String name, String key, Path jar, int port) {
    static List<ServicePlan> all(Path root, StackSettings settings) {
        return Stream.of("persona", "journey", "gapmap")
                .map(service -> plan(service, root, settings))
                .toList();
    }

    private static ServicePlan plan(String service, Path root, StackSettings settings) {
        var name = service + "-service";
        var key = service.toUpperCase(Locale.ROOT);
        var jar = root.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        return new ServicePlan(name, key, jar, settings.port(key + "_PORT"));
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    URI readiness() {
        return url().resolve("/q/health/ready");
    }
}
