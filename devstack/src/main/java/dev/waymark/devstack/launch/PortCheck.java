package dev.waymark.devstack.launch;

import dev.waymark.devstack.FreePort;
import dev.waymark.devstack.StackSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds out before anything starts whether somebody else has one of the ports. */
record PortCheck(StackSettings settings) {
    private static final Map<String, String> USERS = new LinkedHashMap<>();

    static {
        USERS.put("PERSONA_PORT", "persona-service");
        USERS.put("JOURNEY_PORT", "journey-service");
        USERS.put("GAPMAP_PORT", "gapmap-service");
        USERS.put("ISSUER_PORT", "the token issuer");
        USERS.put("POSTGRES_PORT", "PostgreSQL");
        USERS.put("KAFKA_PORT", "Kafka");
    }

    void demandFree() {
        USERS.forEach((key, user) -> {
            var port = settings.port(key);
            if (!FreePort.isFree(port)) {
                throw new Refusal(
                        "Port %d, needed for %s, is taken by %s; end that, or choose another port with WAYMARK_%s."
                                .formatted(port, user, PortOwner.of(port).orElse("another program"), key));
            }
        });
    }
}
