package dev.waymark.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One document of the rendered chart. */
record Manifest(JsonNode json) {

    String kind() {
        return json.path("kind").asText();
    }

    String name() {
        return json.at("/metadata/name").asText();
    }

    JsonNode at(String pointer) {
        return json.at(pointer);
    }

    boolean hasPods() {
        return json.has("spec") && json.path("spec").has("template");
    }

    JsonNode pod() {
        return json.at("/spec/template/spec");
    }

    Map<String, String> podLabels() {
        return texts(json.at("/spec/template/metadata/labels"));
    }

    /** Its only container: none of our pods has a second one. */
    JsonNode container() {
        var containers = pod().path("containers");
        if (containers.size() != 1 || pod().has("initContainers")) {
            throw new AssertionError(this + " has not one container");
        }
        return containers.get(0);
    }

    /** Environment variables by name, each as it is given: a value, or where from. */
    Map<String, JsonNode> env() {
        return container()
                .path("env")
                .valueStream()
                .collect(Collectors.toMap(entry -> entry.path("name").asText(), entry -> entry));
    }

    List<Integer> egressPorts() {
        return json.at("/spec/egress").findValues("port").stream()
                .map(JsonNode::asInt)
                .toList();
    }

    static Map<String, String> texts(JsonNode object) {
        return object.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, property -> property.getValue()
                .asText()));
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
