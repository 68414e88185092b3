package dev.waymark.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart renders with each set of values to documents that Kubernetes takes, and refuses values that make no sense. */
class ChartTest {

    @ParameterizedTest
    @ValueSource(strings = {"minimal-values.yaml", "everything-values.yaml", "bare-values.yaml"})
    void everyDocumentFitsTheSchemaOfKubernetes(String values) {
        var documents = Chart.render(values);

        assertThat(documents).isNotEmpty().allSatisfy(document -> assertThat(KubernetesSchema.faults(document.json()))
                .as(document.toString())
                .isEmpty());
        assertThat(documents.stream().map(Manifest::toString)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal-values.yaml", "everything-values.yaml", "bare-values.yaml"})
    void helmFindsNothingToComplainOf(String values, @TempDir Path folder) throws IOException {
        assertThat(Chart.lint(values, folder.resolve("waymark"))).isEmpty();
    }

    @Test
    void whatIsThereFollowsFromTheValues() {
        assertThat(kinds("minimal-values.yaml"))
                .isEqualTo("Deployment=3 HorizontalPodAutoscaler=3 Job=3 NetworkPolicy=6 PodDisruptionBudget=3"
                        + " Service=3 ServiceAccount=3");
        assertThat(kinds("everything-values.yaml"))
                .isEqualTo("Deployment=3 HorizontalPodAutoscaler=2 Ingress=3 Job=3 NetworkPolicy=6"
                        + " PodDisruptionBudget=2 PrometheusRule=1 Service=3 ServiceAccount=3 ServiceMonitor=1");
        assertThat(kinds("bare-values.yaml")).isEqualTo("Deployment=1 Service=1 ServiceAccount=1");
    }

    private static String kinds(String values) {
        return Chart.render(values).stream()
                .collect(Collectors.groupingBy(Manifest::kind, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    @Test
    void notesSayWhereItIsAndWhoMayCall() {
        assertThat(Chart.notes("minimal-values.yaml"))
                .contains(
                        "persona: http://wm-waymark-persona.insights\n",
                        "logs job/wm-waymark-persona-migrations",
                        "networkPolicy.fromNamespaces is empty");
        assertThat(Chart.notes("everything-values.yaml"))
                .contains("from outside https://gaps.example.com")
                .doesNotContain("fromNamespaces");
        assertThat(Chart.notes("bare-values.yaml")).doesNotContain("journey", "migrat");
    }

    @Test
    void alertsAreThoseOfTheFileAndFindTheirMetrics() {
        var documents = Chart.render("everything-values.yaml");
        var rule = firstOf(documents, "PrometheusRule");
        var monitor = firstOf(documents, "ServiceMonitor");

        assertThat(rule.at("/spec/groups")).isEqualTo(Chart.read("alerts.yml").get("groups"));
        assertThat(rule.toString()).contains("up{job=\\\"waymark\\\"}");
        assertThat(monitor.at("/spec/jobLabel").asText()).isEqualTo("app.kubernetes.io/name");
        assertThat(firstOf(documents, "Service")
                        .at("/metadata/labels/app.kubernetes.io~1name")
                        .asText())
                .isEqualTo("waymark");
    }

    private static JsonNode firstOf(List<Manifest> documents, String kind) {
        return documents.stream()
                .filter(document -> document.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .json();
    }

    @Test
    void withNothingGivenItSaysWhatIsMissing() {
        assertThatThrownBy(Chart::renderWithDefaults)
                .hasMessageContainingAll(List.of(
                                "/kafka/bootstrapServers",
                                "/issuer/url",
                                "/ticketKey/secret",
                                "/services/persona/database/url",
                                "/services/journey/database/secret",
                                "/services/gapmap/respondentKey/secret")
                        .toArray(new String[0]));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kafak: {}}                                                  | kafak
            {defaults: {replica: 3}}                                     | replica
            {services: {persona: {replicas: two}}}                       | /services/persona/replicas
            {services: {personas: {}}}                                   | personas
            {services: {persona: {database: {password: hush}}}}          | password
            {services: {persona: {database: {url: "postgres://db/p"}}}}  | /services/persona/database/url
            {services: {persona: {database: {url: "jdbc:postgresql://db/p?password=hush"}}}} | /services/persona/database/url
            {services: {persona: {database: {url: "jdbc:postgresql://me:hush@db/p"}}}} | /services/persona/database/url
            {issuer: {url: id.example.com}}                              | /issuer/url
            {defaults: {env: [{name: WAYMARK_TICKET_KEY, value: hush}]}} | /defaults/env/0
            {defaults: {runAsUser: 0}}                                   | /defaults/runAsUser
            {defaults: {scratch: lots}}                                  | /defaults/scratch
            {origins: ["*"]}                                             | /origins/0
            {ingress: {enabled: true}}                                   | services.gapmap.host is needed
            """)
    void valuesThatMakeNoSenseAreRefused(String values, String named) {
        assertThatThrownBy(() -> Chart.render("minimal-values.yaml", values)).hasMessageContaining(named);
    }
}
