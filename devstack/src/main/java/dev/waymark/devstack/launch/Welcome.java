package dev.waymark.devstack.launch;

import dev.waymark.devstack.StackSettings;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** What one needs to know of a stack that is ready: where it is, a token, and something to try. */
record Welcome(StackSettings settings, StackHome home, List<ServicePlan> services) {
    void print(PrintStream out) throws Exception {
        out.println();
        for (var service : services) {
            line(out, service.name(), service.url() + "/docs");
        }
        line(
                out,
                "token issuer",
                "http://localhost:%d/%s".formatted(settings.port("ISSUER_PORT"), settings.get("ISSUER_REALM")));
        line(out, "PostgreSQL", "127.0.0.1:" + settings.port("POSTGRES_PORT"));
        line(out, "Kafka", "127.0.0.1:" + settings.port("KAFKA_PORT"));
        line(out, "logs", home.logs().toString());
        out.println();
        out.println("A token for the workspace demo, as editor, good for 12 hours:");
        out.println();
        out.println(new TokenRequestForm(settings)
                .token(Map.of("workspace", "demo", "role", "editor", "actor", "developer")));
        out.println();
        if (services.isEmpty()) {
            out.println("Try next: start a service yourself; devstack/README.md says what it must be told.");
        } else {
            out.println("Try next: where do commuters find another line better than the ferry?");
            out.println("  curl -H \"Authorization: Bearer $(./waymark token)\" "
                    + services.getLast().url() + "/v1/gap-maps/by-key/crossing");
        }
        out.println();
    }

    private static void line(PrintStream out, String name, String value) {
        out.printf("  %-16s %s%n", name, value);
    }
}
