package dev.waymark.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check notices what it is there for. */
class KubernetesSchemaTest {

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: persona}
            spec:
              replicas: 2
              selector: {matchLabels: {app: persona}}
              template:
                metadata: {labels: {app: persona}}
                spec:
                  containers:
                    - name: persona
                      env: [{name: LEVEL, value: "3"}]
                      ports: [{containerPort: 8080}]
                      securityContext: {readOnlyRootFilesystem: true}
                      resources: {limits: {memory: 1Gi}}
            """;

    private static final String MONITOR = """
            apiVersion: monitoring.coreos.com/v1
            kind: ServiceMonitor
            metadata: {name: persona}
            spec:
              selector: {matchLabels: {app: persona}}
              endpoints: [{port: http, path: /q/metrics, interval: 30s}]
            """;

    @Test
    void whatFitsIsTaken() throws JsonProcessingException {
        assertThat(KubernetesSchema.faults(Chart.YAML.readTree(DEPLOYMENT))).isEmpty();
        assertThat(KubernetesSchema.faults(Chart.YAML.readTree(MONITOR))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            replicas: 2                     | replicas: two                       | two
            replicas: 2                     | replicas: "2"                       | /spec/replicas
            replicas: 2                     | replcias: 2                         | replcias
            selector:                       | selektor:                           | selektor
            selector: {matchLabels: {app: persona}} | paused: false               | selector
            - name: persona                 | - nmae: persona                     | nmae
            value: "3"                      | value: 3                            | /env/0/value
            containerPort: 8080             | containerPort: http                 | http
            readOnlyRootFilesystem: true    | readOnlyRootFilesystem: "yes"       | readOnlyRootFilesystem
            readOnlyRootFilesystem: true    | readonlyRootFilesystem: true        | readonlyRootFilesystem
            memory: 1Gi                     | memory: plenty                      | quantity
            ports: [{containerPort: 8080}]  | ports: {containerPort: 8080}        | JsonArray
            apps/v1                         | apps/v1beta1                        | apps/v1beta1
            """)
    void whatDoesNotFitIsNamed(String right, String wrong, String named) throws JsonProcessingException {
        assertThat(DEPLOYMENT).contains(right);

        assertThat(KubernetesSchema.faults(Chart.YAML.readTree(DEPLOYMENT.replace(right, wrong))))
                .singleElement()
                .asString()
                .contains(named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            interval: 30s | intervall: 30s | intervall
            interval: 30s | interval: 30   | interval
            endpoints:    | endpoint:      | endpoint
            [{port: http, path: /q/metrics, interval: 30s}] | {port: http} | ArrayList
            """)
    void ofAServiceMonitorToo(String right, String wrong, String named) throws JsonProcessingException {
        assertThat(MONITOR).contains(right);

        assertThat(KubernetesSchema.faults(Chart.YAML.readTree(MONITOR.replace(right, wrong))))
                .singleElement()
                .asString()
                .contains(named);
    }
}
