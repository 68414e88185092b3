package dev.waymark.deploy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether Kubernetes takes a document. It is read by Kubernetes' own classes, which refuse a field that they do not know
 * or that is missing, and written again: what then is not as it was given had another type.
 */
final class KubernetesSchema {

    private static final Map<String, Class<?>> KINDS = Map.of(
            "v1/Service", V1Service.class,
            "v1/ServiceAccount", V1ServiceAccount.class,
            "apps/v1/Deployment", V1Deployment.class,
            "batch/v1/Job", V1Job.class,
            "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget.class,
            "autoscaling/v2/HorizontalPodAutoscaler", V2HorizontalPodAutoscaler.class,
            "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy.class,
            "networking.k8s.io/v1/Ingress", V1Ingress.class,
            "monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class,
            "monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class);

    /** Takes no field that its classes do not name, although they would keep it. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false;
                }
            });

    private KubernetesSchema() {}

    /** @return what is wrong, by path; nothing if it fits */
    static List<String> faults(JsonNode document) {
        var kind = document.path("apiVersion").asText() + "/"
                + document.path("kind").asText();
        var type = KINDS.get(kind);
        if (type == null) {
            return List.of(kind + " is no kind that is known here");
        }
        try {
            var faults = new ArrayList<String>();
            compare("", document, STRICT.readTree(understood(document, type)), faults);
            return faults;
        } catch (IOException | RuntimeException e) { // each of its classes refuses in a way of its own
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static String understood(JsonNode document, Class<?> type) throws IOException {
        if (type == ServiceMonitor.class || type == PrometheusRule.class) {
            return STRICT.writeValueAsString(STRICT.treeToValue(document, type));
        }
        return JSON.serialize(JSON.deserialize(document.toString(), type));
    }

    private static void compare(String path, JsonNode given, JsonNode understood, List<String> faults) {
        if (given.isObject() && understood.isObject()) {
            given.properties()
                    .forEach(field -> compare(
                            path + "/" + field.getKey(), field.getValue(), understood.path(field.getKey()), faults));
        } else if (given.isArray() && given.size() == understood.size()) {
            for (var i = 0; i < given.size(); i++) {
                compare(path + "/" + i, given.get(i), understood.get(i), faults);
            }
        } else if (!given.equals(understood)) {
            faults.add(path + ": " + given + " was understood as " + understood);
        }
    }
}
