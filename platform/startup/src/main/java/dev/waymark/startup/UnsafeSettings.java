package dev.waymark.startup;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/** Settings that are fine on a desk and let somebody in elsewhere. */
final class UnsafeSettings {

    /** Passwords and keys that stand in the repository begin so. */
    private static final String OF_THE_REPOSITORY = "development";

    private static final int SHORTEST_KEY = 32;

    private static final Map<String, String> PASSWORDS = new TreeMap<>(Map.of(
            "quarkus.datasource.password", "WAYMARK_DATABASE_APP_PASSWORD",
            "quarkus.datasource.relay.password", "WAYMARK_DATABASE_RELAY_PASSWORD",
            "quarkus.datasource.owner.password", "WAYMARK_DATABASE_OWNER_PASSWORD"));
    private static final Map<String, String> KEYS = new TreeMap<>(Map.of(
            "waymark.tickets.key", "WAYMARK_TICKET_KEY",
            "waymark.ratings.respondent-key", "WAYMARK_RESPONDENT_KEY"));

    private final Config config;

    UnsafeSettings(Config config) {
        this.config = config;
    }

    /** What is wrong with them, by the variables that set them, never with a secret in it; none if they are safe. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        PASSWORDS.forEach((property, variable) -> refuseThatOfTheRepository(property, variable, faults));
        KEYS.forEach((property, variable) -> {
            refuseThatOfTheRepository(property, variable, faults);
            if (!text(property).isEmpty() && text(property).length() < SHORTEST_KEY) {
                faults.add(variable + " is shorter than " + SHORTEST_KEY + " characters");
            }
        });
        if (!isEncrypted(text("quarkus.oidc.auth-server-url"))) {
            faults.add("WAYMARK_ISSUER is not https: who is in between could give us keys of his own");
        }
        config.getOptionalValues("quarkus.http.cors.origins", String.class).orElse(List.of()).stream()
                .filter(origin -> !isEncrypted(origin))
                .forEach(origin -> faults.add("WAYMARK_ORIGINS names " + origin + ", which is no https origin"));
        return faults;
    }

    private void refuseThatOfTheRepository(String property, String variable, List<String> faults) {
        if (text(property).startsWith(OF_THE_REPOSITORY)) {
            faults.add(variable + " is that of the repository, which everybody can read");
        }
    }

    private String text(String property) {
        return config.getOptionalValue(property, String.class).orElse("");
    }

    private static boolean isEncrypted(String address) {
        try {
            return "https".equals(URI.create(address).getScheme());
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
