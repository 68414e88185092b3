package dev.waymark.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * A JSON Schema as far as a break can show in it: references are followed, {@code allOf} is put together, and an
 * alternative to null is the other alternative, which may be null.
 *
 * @param where the reference it was reached by, empty without; tells schemas that contain themselves
 * @param types empty if any is good
 * @param alternatives of anyOf and oneOf, if more than null is one
 */
record Shape(
        String where,
        JsonNode node,
        Set<String> types,
        Map<String, JsonNode> properties,
        Set<String> required,
        List<JsonNode> alternatives) {

    /** @param documents gives what a reference points to */
    static Shape of(JsonNode schema, Function<String, JsonNode> documents) {
        var shape = new Shape("", schema, new TreeSet<>(), new LinkedHashMap<>(), new TreeSet<>(), new ArrayList<>());
        return shape.with(schema, documents);
    }

    private Shape with(JsonNode schema, Function<String, JsonNode> documents) {
        var shape = this;
        if (schema.has("$ref")) {
            var reference = schema.path("$ref").asText();
            var target = documents.apply(reference);
            shape = new Shape(reference, target, types, properties, required, alternatives).with(target, documents);
        }
        for (var part : schema.path("allOf")) {
            shape = shape.with(part, documents);
        }
        for (var key : List.of("anyOf", "oneOf")) {
            shape = shape.withAlternatives(schema.path(key), documents);
        }
        texts(schema.path("type")).forEach(shape.types::add);
        schema.path("properties").properties().forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
        required.addAll(texts(schema.path("required")));
        return shape;
    }

    private Shape withAlternatives(JsonNode parts, Function<String, JsonNode> documents) {
        var others = StreamSupport.stream(parts.spliterator(), false)
                .filter(part -> !part.path("type").asText().equals("null"))
                .toList();
        if (others.size() < parts.size()) {
            types.add("null");
        }
        if (others.size() == 1) {
            return new Shape(where, others.getFirst(), types, properties, required, alternatives)
                    .with(others.getFirst(), documents);
        }
        alternatives.addAll(others);
        return this;
    }

    private static List<String> texts(JsonNode node) {
        return node.isTextual()
                ? List.of(node.asText())
                : StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }

    /** The values it is limited to, as JSON; empty if it is not. */
    Set<String> values() {
        var values = new TreeSet<String>();
        node.path("enum").forEach(value -> values.add(value.toString()));
        if (node.has("const")) {
            values.add(node.get("const").toString());
        }
        return values;
    }

    String said(String keyword) {
        var value = node.path(keyword);
        return value.isMissingNode() ? "none" : value.isTextual() ? value.asText() : value.toString();
    }

    /** @return missing if {@code keyword} says nothing about the parts */
    JsonNode parts(String keyword) {
        return node.path(keyword).isObject() ? node.get(keyword) : MissingNode.getInstance();
    }
}
