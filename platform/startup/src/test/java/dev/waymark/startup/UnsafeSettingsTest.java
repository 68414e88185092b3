package dev.waymark.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and that what is right is not. */
class UnsafeSettingsTest {

    private static final Map<String, String> SAFE = Map.of(
            "quarkus.datasource.password", "q8Zr1",
            "quarkus.datasource.relay.password", "n5Kd0",
            "quarkus.datasource.owner.password", "w2Yb7",
            "waymark.tickets.key", "t".repeat(32),
            "waymark.ratings.respondent-key", "r".repeat(32),
            "quarkus.oidc.auth-server-url", "https://id.example.com/realms/waymark",
            "quarkus.http.cors.origins", "https://app.example.com,https://studio.example.com");

    @Test
    void whatIsSafeIsTaken() {
        assertThat(faults(SAFE)).isEmpty();
    }

    @Test
    void aServiceNeedNotHaveTheOwnersPasswordOrKeysOfOthers() {
        var fewer = new HashMap<>(SAFE);
        fewer.keySet()
                .removeAll(List.of(
                        "quarkus.datasource.owner.password",
                        "waymark.ratings.respondent-key",
                        "quarkus.http.cors.origins"));
        assertThat(faults(fewer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quarkus.datasource.password       | development-persona-app   | WAYMARK_DATABASE_APP_PASSWORD is that of the repository
            quarkus.datasource.relay.password | development-persona-relay | WAYMARK_DATABASE_RELAY_PASSWORD is that of the repository
            quarkus.datasource.owner.password | development-persona-owner | WAYMARK_DATABASE_OWNER_PASSWORD is that of the repository
            waymark.tickets.key               | development-ticket-key-0123456789abcdef | WAYMARK_TICKET_KEY is that of the repository
            waymark.tickets.key               | 1234567890123456789012345678901 | WAYMARK_TICKET_KEY is shorter than 32
            waymark.ratings.respondent-key    | development-respondent-key-0123456789abcdef | WAYMARK_RESPONDENT_KEY is that of the repository
            waymark.ratings.respondent-key    | brief                     | WAYMARK_RESPONDENT_KEY is shorter than 32
            quarkus.oidc.auth-server-url      | http://id.example.com     | WAYMARK_ISSUER is not https
            quarkus.oidc.auth-server-url      | no address at all         | WAYMARK_ISSUER is not https
            quarkus.http.cors.origins         | *                         | WAYMARK_ORIGINS names *
            quarkus.http.cors.origins         | https://app.example.com,http://app.example.com | WAYMARK_ORIGINS names http://app.example.com
            """)
    void whatIsUnsafeIsNamedAndNotTold(String property, String value, String told) {
        var settings = new HashMap<>(SAFE);
        settings.put(property, value);

        assertThat(faults(settings)).singleElement().asString().startsWith(told);
        if (!told.contains("ORIGINS")) {
            assertThat(faults(settings).getFirst()).doesNotContain(value);
        }
    }

    private static List<String> faults(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withDefaultValues(settings)
                .addDefaultInterceptors()
                .build();
        return new UnsafeSettings(config).faults();
    }
}
