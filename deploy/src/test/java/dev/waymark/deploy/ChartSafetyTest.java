package dev.waymark.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every pod, and what the documents owe each other. */
class ChartSafetyTest {

    private static Stream<Manifest> pods() {
        return Stream.of("minimal-values.yaml", "everything-values.yaml", "bare-values.yaml")
                .flatMap(values -> Chart.render(values).stream())
                .filter(Manifest::hasPods);
    }

    private static Stream<Manifest> deployments() {
        return pods().filter(document -> document.kind().equals("Deployment"));
    }

    @ParameterizedTest
    @MethodSource("pods")
    void isNobodyAndMayDoNothing(Manifest document) throws IOException {
        assertThat(document.pod().path("automountServiceAccountToken"))
                .isEqualTo(Chart.YAML.getNodeFactory().booleanNode(false));
        assertThat(document.pod().at("/securityContext/runAsNonRoot").asBoolean())
                .isTrue();
        assertThat(document.pod().at("/securityContext/runAsUser").asInt()).isPositive();
        assertThat(document.pod().at("/securityContext/seccompProfile/type").asText())
                .isEqualTo("RuntimeDefault");
        assertThat(document.container().path("securityContext"))
                .isEqualTo(Chart.YAML.readTree("{allowPrivilegeEscalation: false, readOnlyRootFilesystem: true,"
                        + " capabilities: {drop: [ALL]}}"));
    }

    @ParameterizedTest
    @MethodSource("pods")
    void writesToOneLimitedFolderOnly(Manifest document) {
        assertThat(document.pod().path("volumes")).singleElement().satisfies(volume -> assertThat(
                        volume.at("/emptyDir/sizeLimit").asText())
                .matches("[0-9]+[MG]i"));
        assertThat(document.container().path("volumeMounts"))
                .singleElement()
                .extracting(mount -> mount.path("mountPath").asText())
                .isEqualTo("/tmp");
    }

    @ParameterizedTest
    @MethodSource("pods")
    void saysWhatItNeeds(Manifest document) {
        var resources = document.container().path("resources");
        assertThat(resources.at("/requests/cpu").isMissingNode()).isFalse();
        assertThat(resources.at("/requests/memory").isMissingNode()).isFalse();
        assertThat(resources.at("/limits/memory").isMissingNode()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void isAskedHowItIs(Manifest document) {
        var asked = Map.of("startupProbe", "started", "livenessProbe", "live", "readinessProbe", "ready");
        asked.forEach((probe, path) -> {
            assertThat(document.container().path(probe).at("/httpGet/path").asText())
                    .isEqualTo("/q/health/" + path);
            assertThat(document.container().path(probe).at("/httpGet/port").asText())
                    .isEqualTo("http");
        });
        assertThat(document.container().at("/ports/0/containerPort").asText())
                .isEqualTo(new ServiceSettings("persona").defaultOf("WAYMARK_HTTP_PORT"));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void hasTimeToEndWhatItBegan(Manifest document) {
        var drain = document.container().at("/lifecycle/preStop/sleep/seconds").asInt();
        var timeout = document.env()
                .get("QUARKUS_SHUTDOWN_TIMEOUT")
                .path("value")
                .asText()
                .replace("s", "");

        assertThat(drain).isPositive();
        assertThat(document.pod().path("terminationGracePeriodSeconds").asInt())
                .isGreaterThanOrEqualTo(drain + Integer.parseInt(timeout) + 10);
        assertThat(document.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(1))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void isChosenByItsOwnSelector(Manifest document) {
        assertThat(document.podLabels().entrySet()).containsAll(selector(document, "/spec/selector/matchLabels"));
    }

    @Test
    void servicesBudgetsAndPoliciesChooseThePodsOfTheirNameAndNoOthers() {
        var pointers = Map.of(
                "Service", "/spec/selector",
                "PodDisruptionBudget", "/spec/selector/matchLabels",
                "NetworkPolicy", "/spec/podSelector/matchLabels");
        var documents = Chart.render("minimal-values.yaml");
        var pods = documents.stream().filter(Manifest::hasPods).toList();
        var choosing = documents.stream()
                .filter(document -> pointers.containsKey(document.kind()))
                .toList();

        assertThat(choosing).hasSize(12).allSatisfy(document -> assertThat(pods)
                .filteredOn(pod ->
                        pod.podLabels().entrySet().containsAll(selector(document, pointers.get(document.kind()))))
                .extracting(Manifest::name)
                .containsExactly(document.name()));
    }

    @Test
    void migrationsAreThroughBeforeAnythingElseIsChanged() {
        var jobs = Chart.render("minimal-values.yaml").stream()
                .filter(document -> document.kind().equals("Job"))
                .toList();

        assertThat(jobs).hasSize(3).allSatisfy(job -> {
            assertThat(hook(job, "")).isEqualTo("pre-install,pre-upgrade");
            assertThat(job.pod().path("restartPolicy").asText()).isEqualTo("Never");
            // What is no hook is not there yet at the first installation.
            assertThat(job.pod().has("serviceAccountName")).isFalse();
        });
    }

    @Test
    void helmTakesTheJobsForHooks() {
        assertThat(Chart.renderWithoutHooks("minimal-values.yaml")).isNotEmpty().noneMatch(document -> document.name()
                .endsWith("-migrations"));
    }

    @Test
    void whatTheMigrationsNeedIsThereBefore() {
        var policies = Chart.render("minimal-values.yaml").stream()
                .filter(document -> document.kind().equals("NetworkPolicy"))
                .filter(document -> document.name().endsWith("-migrations"))
                .toList();

        assertThat(policies).hasSize(3).allSatisfy(policy -> {
            assertThat(hook(policy, "")).isEqualTo("pre-install,pre-upgrade");
            assertThat(Integer.parseInt(hook(policy, "-weight"))).isNegative();
            assertThat(policy.egressPorts()).containsExactly(53, 53, 5432);
        });
    }

    @Test
    void networkIsOpenToWhatStandsInTheUrlsOnly() {
        assertThat(policy("minimal-values.yaml", "persona").egressPorts()).containsExactly(53, 53, 5432, 9092, 443);

        var policy = policy("everything-values.yaml", "persona");
        assertThat(policy.egressPorts()).containsExactly(53, 53, 5432, 5433, 9092, 9093, 8080, 4317);
        assertThat(policy.at("/spec/egress/1/to/0/ipBlock/cidr").asText()).isEqualTo("192.0.2.0/24");
        assertThat(policy("everything-values.yaml", "gapmap").egressPorts()).contains(6432);
    }

    @Test
    void callersAreOfTheNamespacesThatWereNamed() {
        var from = policy("everything-values.yaml", "persona").at("/spec/ingress/0/from");
        assertThat(from.findValuesAsText("kubernetes.io/metadata.name")).containsExactly("ingress-nginx", "monitoring");
        assertThat(from).hasSize(2);

        assertThat(policy("minimal-values.yaml", "persona").at("/spec/ingress/0/from"))
                .singleElement()
                .isEqualTo(Chart.YAML.createObjectNode().set("podSelector", Chart.YAML.createObjectNode()));
    }

    @Test
    void aServiceMayDifferFromTheDefaults() {
        var documents = Chart.render("everything-values.yaml");
        assertThat(document(documents, "Deployment", "persona")
                        .at("/spec/replicas")
                        .asInt())
                .isEqualTo(4);
        assertThat(document(documents, "Deployment", "journey").at("/spec").has("replicas"))
                .isFalse();
        assertThat(document(documents, "HorizontalPodAutoscaler", "journey")
                        .at("/spec/scaleTargetRef/name")
                        .asText())
                .isEqualTo("wm-waymark-journey");
    }

    @Test
    void monitorFindsTheServicesAndTheirPort() {
        var documents = Chart.render("everything-values.yaml");
        var monitor = documents.stream()
                .filter(document -> document.kind().equals("ServiceMonitor"))
                .findFirst()
                .orElseThrow();
        var services = documents.stream()
                .filter(document -> document.kind().equals("Service"))
                .toList();

        assertThat(services).allSatisfy(service -> {
            assertThat(Manifest.texts(service.at("/metadata/labels")).entrySet())
                    .containsAll(selector(monitor, "/spec/selector/matchLabels"));
            assertThat(service.at("/spec/ports/0/name")).isEqualTo(monitor.at("/spec/endpoints/0/port"));
        });
    }

    @Test
    void ingressShowsNoHealthAndNoMetrics() {
        var paths = Chart.render("everything-values.yaml").stream()
                .filter(document -> document.kind().equals("Ingress"))
                .flatMap(document -> document.at("/spec/rules").findValuesAsText("path").stream());

        assertThat(paths).hasSize(9).containsOnly("/v1", "/openapi", "/docs");
    }

    @Test
    void chartIsOfTheVersionOfTheProduct() throws IOException {
        var pom = Files.readString(Chart.ROOT.resolve("pom.xml"));
        var version = Chart.read("Chart.yaml").path("appVersion").asText();

        assertThat(pom).containsPattern("<artifactId>waymark</artifactId>\\s*<version>" + version + "(-SNAPSHOT)?<");
    }

    private static Manifest policy(String values, String service) {
        return document(Chart.render(values), "NetworkPolicy", service);
    }

    private static Manifest document(List<Manifest> documents, String kind, String service) {
        return documents.stream()
                .filter(document -> document.kind().equals(kind))
                .filter(document -> document.name().equals("wm-waymark-" + service))
                .findFirst()
                .orElseThrow();
    }

    private static java.util.Set<Map.Entry<String, String>> selector(Manifest document, String pointer) {
        JsonNode labels = document.at(pointer);
        assertThat(labels.size())
                .as(document + pointer)
                .isEqualTo(3 - (document.kind().equals("ServiceMonitor") ? 1 : 0));
        return Manifest.texts(labels).entrySet();
    }

    /** @param suffix of the annotation: nothing, {@code -weight} */
    private static String hook(Manifest document, String suffix) {
        return document.at("/metadata/annotations/" + Chart.HOOK.replace("/", "~1") + suffix)
                .asText();
    }
}
