package dev.waymark.devstack.launch;

import dev.waymark.devstack.StackSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a service is told about the stack around it.
 *
 * @param jdbcUrl of a database
 */
public record ServiceEnvironment(
        StackSettings settings, UnaryOperator<String> jdbcUrl, String brokers, String issuer, Path uploads) {

    /** @param key {@code PERSONA} say, as its settings begin */
    public Map<String, String> of(String key, int port) {
        var environment = new HashMap<String, String>();
        environment.put("WAYMARK_MODE", "development");
        environment.put("WAYMARK_HTTP_PORT", Integer.toString(port));
        environment.put("WAYMARK_DATABASE_URL", jdbcUrl.apply(settings.get(key + "_DATABASE")));
        for (var role : new String[] {"OWNER", "APP", "RELAY"}) {
            environment.put("WAYMARK_DATABASE_" + role + "_PASSWORD", settings.get(key + "_" + role + "_PASSWORD"));
        }
        environment.put("WAYMARK_KAFKA", brokers);
        environment.put("WAYMARK_ISSUER", issuer);
        environment.put("WAYMARK_UPLOADS", uploads.toString());
        environment.put("WAYMARK_RESPONDENT_KEY", settings.get("RESPONDENT_KEY"));
        environment.put("WAYMARK_TICKET_KEY", settings.get("TICKET_KEY"));
        // Lines for people, not for a log collector.
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        return environment;
    }
}
