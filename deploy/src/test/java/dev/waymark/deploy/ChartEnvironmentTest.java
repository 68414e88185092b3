package dev.waymark.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pods are told is what the services read; what is secret is told by reference; the owner's password to few. */
class ChartEnvironmentTest {

    private static final String OWNER = "WAYMARK_DATABASE_OWNER_PASSWORD";
    private static final List<String> SERVICES = List.of("persona", "journey", "gapmap");

    @Test
    void everyVariableIsOneThatTheServiceReads() {
        for (var service : SERVICES) {
            var settings = new ServiceSettings(service);
            var told = new HashSet<>(deployment(service).env().keySet());
            told.addAll(job(service).env().keySet());
            told.remove("QUARKUS_PROFILE");

            assertThat(told)
                    .allSatisfy(name -> assertThat(settings.known().contains(name) || settings.hasProperty(name))
                            .as(service + " reads " + name)
                            .isTrue());
        }
    }

    @Test
    void whatHasNoDefaultIsTold() {
        for (var service : SERVICES) {
            var required = new ServiceSettings(service).required();
            assertThat(required).contains("WAYMARK_DATABASE_URL", "WAYMARK_KAFKA", "WAYMARK_ISSUER", OWNER);

            assertThat(job(service).env().keySet()).containsAll(required);
            required.remove(OWNER);
            assertThat(deployment(service).env().keySet()).containsAll(required);
        }
    }

    @Test
    void theJobOnlyMigratesAndTheRestOnlyChecks() {
        for (var service : SERVICES) {
            var settings = new ServiceSettings(service);
            var migrates = value(job(service), "QUARKUS_PROFILE");
            var serves = value(deployment(service), "QUARKUS_PROFILE");

            assertThat(settings.propertyIn(migrates, "quarkus.init-and-exit")).contains("true");
            assertThat(settings.propertyIn(migrates, "quarkus.flyway.owner.migrate-at-start"))
                    .isEmpty();
            assertThat(settings.propertyIn(serves, "quarkus.flyway.owner.migrate-at-start"))
                    .contains("false");
            assertThat(settings.propertyIn(serves, "quarkus.flyway.owner.validate-at-start"))
                    .contains("true");
        }
    }

    @Test
    void onlyWhoMigratesHasTheOwnersPassword() {
        assertThat(deployment("persona").env()).doesNotContainKey(OWNER);

        var alone = only(Chart.render("bare-values.yaml"), "Deployment", "persona");
        assertThat(alone.env()).containsKey(OWNER).doesNotContainKey("QUARKUS_PROFILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal-values.yaml", "everything-values.yaml", "bare-values.yaml"})
    void secretsAreToldByReferenceOnly(String values) {
        var documents = Chart.render(values);

        assertThat(documents).noneMatch(document -> document.kind().equals("Secret"));
        var secrets = documents.stream()
                .filter(Manifest::hasPods)
                .flatMap(document -> document.env().entrySet().stream())
                .filter(entry -> entry.getKey().matches(".*(PASSWORD|SECRET|TOKEN|KEY)"))
                .toList();
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(3).allSatisfy(entry -> {
            assertThat(entry.getValue().has("value")).as(entry.getKey()).isFalse();
            assertThat(entry.getValue().at("/valueFrom/secretKeyRef/name").asText())
                    .isNotBlank();
            assertThat(entry.getValue().at("/valueFrom/secretKeyRef/key").asText())
                    .isNotBlank();
        });
    }

    @Test
    void eachSecretIsTheOneThatWasNamed() {
        var env = only(Chart.render("everything-values.yaml"), "Job", "journey").env();

        assertThat(env.get(OWNER).at("/valueFrom/secretKeyRef"))
                .isEqualTo(Chart.YAML
                        .createObjectNode()
                        .put("name", "journey-database")
                        .put("key", "owner"));
        assertThat(env.get("WAYMARK_TICKET_KEY").at("/valueFrom/secretKeyRef"))
                .isEqualTo(Chart.YAML.createObjectNode().put("name", "waymark").put("key", "tickets"));
    }

    @Test
    void originsAndOwnVariablesArePassedOn() {
        var deployment = only(Chart.render("everything-values.yaml"), "Deployment", "gapmap");

        assertThat(value(deployment, "WAYMARK_ORIGINS")).isEqualTo("https://app.example.com,http://localhost:3000");
        assertThat(value(deployment, "WAYMARK_LIMIT_REQUESTS")).isEqualTo("12000");
        assertThat(value(deployment, "QUARKUS_SHUTDOWN_TIMEOUT")).isEqualTo("300s");
    }

    @Test
    void nothingIsForDevelopment() {
        assertThat(Stream.concat(
                        Chart.render("everything-values.yaml").stream(), Chart.render("minimal-values.yaml").stream()))
                .filteredOn(Manifest::hasPods)
                .noneMatch(document -> document.env().containsKey("WAYMARK_MODE"));
    }

    private static Manifest deployment(String service) {
        return only(Chart.render("minimal-values.yaml"), "Deployment", service);
    }

    private static Manifest job(String service) {
        return only(Chart.render("minimal-values.yaml"), "Job", service);
    }

    private static Manifest only(List<Manifest> documents, String kind, String service) {
        var suffix = kind.equals("Job") ? "-migrations" : "";
        return documents.stream()
                .filter(document ->
                        document.kind().equals(kind) && document.name().equals("wm-waymark-" + service + suffix))
                .findFirst()
                .orElseThrow();
    }

    private static String value(Manifest document, String variable) {
        return document.env().get(variable).path("value").asText();
    }
}
