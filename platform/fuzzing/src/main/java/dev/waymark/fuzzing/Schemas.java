package dev.waymark.fuzzing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.refusals.Operation;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What an OpenAPI document says about requests. */
record Schemas(JsonNode document) {

    /** What stands where a reference leads to, if it is one. */
    JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolved(document.at(reference.substring(1)));
    }

    JsonNode of(Operation operation) {
        return document.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT));
    }

    /** In the query or in headers. */
    Stream<JsonNode> parameters(Operation operation, String in) {
        return StreamSupport.stream(of(operation).path("parameters").spliterator(), false)
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals(in));
    }

    /** What bodies an operation takes, by media type: each with its {@code schema} and {@code examples}. */
    Map<String, JsonNode> bodies(Operation operation) {
        return of(operation).at("/requestBody/content").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether it is ignored in requests, so that what was read can be sent back. */
    boolean isReadOnly(JsonNode schema) {
        return resolved(schema).path("readOnly").asBoolean();
    }

    /** The schema of a property that an object may have; missing if there is none. */
    JsonNode property(JsonNode object, String name) {
        var schema = resolved(object);
        return schema.path("properties").has(name)
                ? schema.path("properties").path(name)
                : schema.path("additionalProperties");
    }
}
