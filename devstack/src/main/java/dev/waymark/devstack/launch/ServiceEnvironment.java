package dev.waymark.devstack.launch;

import dev.waymark.devstack.KafkaBroker;
import dev.waymark.devstack.Postgres;
import dev.waymark.devstack.StackSettings;
import dev.waymark.devstack.TokenIssuer;
import java.util.HashMap;
import java.util.Map;

/** What a service is told about the stack around it. */
record ServiceEnvironment(
        StackSettings settings, StackHome home, Postgres postgres, KafkaBroker kafka, TokenIssuer issuer) {
    Map<String, String> of(ServicePlan service) {
        var key = service.key();
        var environment = new HashMap<String, String>();
        environment.put("WAYMARK_MODE", "development");
        environment.put("WAYMARK_HTTP_PORT", Integer.toString(service.port()));
        environment.put("WAYMARK_DATABASE_URL", postgres.jdbcUrl(settings.get(key + "_DATABASE")));
        for (var role : new String[] {"OWNER", "APP", "RELAY"}) {
            environment.put("WAYMARK_DATABASE_" + role + "_PASSWORD", settings.get(key + "_" + role + "_PASSWORD"));
        }
        environment.put("WAYMARK_KAFKA", kafka.bootstrapServers());
        environment.put("WAYMARK_ISSUER", issuer.issuer());
        environment.put("WAYMARK_UPLOADS", home.uploads().toString());
        environment.put("WAYMARK_RESPONDENT_KEY", settings.get("RESPONDENT_KEY"));
        environment.put("WAYMARK_TICKET_KEY", settings.get("TICKET_KEY"));
        // Lines for people, not for a log collector.
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        return environment;
    }
}
