package dev.waymark.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml and stack.env say the same: no container is needed to see that. */
class ComposeTest {
    private static final Path ROOT = Path.of(System.getProperty("waymark.root", ".."));
    private static final Path CONTAINERS = ROOT.resolve("deploy/containers");
    private static final Pattern VARIABLE_OF_ROLES = Pattern.compile("\\\\getenv \\w+ (\\w+)");

    private final StackSettings settings = StackSettings.load(Map.of());
    private final Map<String, Object> compose = compose();

    @ParameterizedTest
    @CsvSource({
        "persona-service, PERSONA_PORT, 8080",
        "journey-service, JOURNEY_PORT, 8080",
        "gapmap-service, GAPMAP_PORT, 8080",
        "keycloak, ISSUER_PORT, 8080",
        "postgres, POSTGRES_PORT, 5432",
        "kafka, KAFKA_PORT, 9094"
    })
    void aPortIsThatOfTheFileOpenToThisMachineOnlyAndOverriddenAlike(String service, String key, String inside) {
        assertThat(service(service).get("ports")).isEqualTo(List.of("127.0.0.1:" + variable(key) + ":" + inside));
    }

    @Test
    void versionsAreThoseOfTheFile() {
        assertThat(service("postgres").get("image"))
                .asString()
                .endsWith("/postgres:" + settings.get("POSTGRES_VERSION"));
        assertThat(service("kafka").get("image")).asString().endsWith("/kafka:" + settings.get("KAFKA_VERSION"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"persona", "journey", "gapmap"})
    void aServiceIsToldItsDatabaseAndItsPasswordsOnly(String name) throws IOException {
        var key = name.toUpperCase(Locale.ROOT);
        var service = service(name + "-service");
        assertThat(environment(service))
                .containsEntry("WAYMARK_MODE", "development")
                .containsEntry(
                        "WAYMARK_DATABASE_URL", "jdbc:postgresql://postgres:5432/" + settings.get(key + "_DATABASE"));
        for (var secret : list(service, "secrets")) {
            var target = (String) ((Map<?, ?>) secret).get("target");
            var setting = target.contains("DATABASE")
                    ? key + target.substring("WAYMARK_DATABASE".length())
                    : target.substring("WAYMARK_".length());
            assertThat(secret((String) ((Map<?, ?>) secret).get("source"))).isEqualTo(settings.get(setting));
        }
        assertThat(list(service, "secrets"))
                .extracting(secret -> (String) ((Map<?, ?>) secret).get("target"))
                .contains(
                        "WAYMARK_DATABASE_OWNER_PASSWORD",
                        "WAYMARK_DATABASE_APP_PASSWORD",
                        "WAYMARK_DATABASE_RELAY_PASSWORD",
                        "WAYMARK_TICKET_KEY");
    }

    @Test
    void theDatabaseGetsEveryPasswordThatTheRolesNeed() throws IOException {
        var wanted = VARIABLE_OF_ROLES
                .matcher(Files.readString(ROOT.resolve("devstack/roles.sql")))
                .results()
                .map(ComposeTest::fileName)
                .toList();
        assertThat(wanted).hasSize(9);
        assertThat(list(service("postgres"), "secrets"))
                .containsAll(wanted)
                .hasSize(wanted.size() + 1)
                .contains("postgres-password");
        for (var name : wanted) {
            assertThat(secret(name))
                    .isEqualTo(settings.get(name.replace('-', '_').toUpperCase(Locale.ROOT)));
        }
        assertThat(secret("postgres-password")).isEqualTo(settings.get("POSTGRES_PASSWORD"));
    }

    @Test
    void tokensAreOfTheRealmAndForTheAudienceOfTheFile() throws IOException {
        var realm = settings.get("ISSUER_REALM");
        var outside = "http://localhost:" + variable("ISSUER_PORT");
        assertThat(environment(service("keycloak"))).containsEntry("KC_HOSTNAME", outside);
        assertThat(environment(service("gapmap-service")))
                .containsEntry("WAYMARK_ISSUER", "http://keycloak:8080/realms/" + realm)
                .containsEntry("QUARKUS_OIDC_TOKEN_ISSUER", outside + "/realms/" + realm);

        var imported = new ObjectMapper()
                .readTree(CONTAINERS.resolve("keycloak/waymark-realm.json").toFile());
        assertThat(imported.get("realm").asText()).isEqualTo(realm);
        assertThat(imported.get("clients")).hasSize(2).allSatisfy(client -> assertThat(
                        client.findValuesAsText("included.custom.audience"))
                .containsExactly(settings.get("ISSUER_AUDIENCE")));
    }

    @Test
    void everySecretIsAFileAndEveryFileIsUsed() throws IOException {
        var declared = map(compose, "secrets");
        try (var files = Files.list(CONTAINERS.resolve("secrets"))) {
            assertThat(new HashSet<>(declared.keySet()))
                    .isEqualTo(new HashSet<>(
                            files.map(file -> file.getFileName().toString()).toList()));
        }
        declared.forEach((name, where) ->
                assertThat(where).isEqualTo(Map.of("file", "${WAYMARK_SECRETS:-./deploy/containers/secrets}/" + name)));
    }

    private static String fileName(MatchResult variable) {
        return variable.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String variable(String key) {
        return "${WAYMARK_" + key + ":-" + settings.get(key) + "}";
    }

    private static String secret(String name) throws IOException {
        return Files.readString(CONTAINERS.resolve("secrets").resolve(name)).strip();
    }

    private Map<String, Object> service(String name) {
        return map(map(compose, "services"), name);
    }

    private static Map<String, Object> environment(Map<String, Object> service) {
        return map(service, "environment");
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> in, String key) {
        return (List<Object>) in.get(key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> in, String key) {
        return (Map<String, Object>) in.get(key);
    }

    private static Map<String, Object> compose() {
        try (var file = Files.newBufferedReader(ROOT.resolve("docker-compose.yml"))) {
            return new Yaml().load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
