package dev.waymark.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Makes the schemas of an OpenAPI document refuse what they do not name. Where schemas are put together ({@code allOf},
 * or {@code properties} beside a reference) only the whole is closed, since each part names some of the properties only;
 * for this every schema is there a second time, open, under {@code components/open}.
 */
final class ClosedSchemas {

    private static final String CLOSED = "#/components/schemas/";
    private static final String OPEN = "#/components/open/";

    private ClosedSchemas() {}

    /** A copy of the document; what says itself whether it takes more properties stays as it is. */
    static ObjectNode of(ObjectNode document) {
        var copy = document.deepCopy();
        var schemas = copy.withObject("/components/schemas");
        var open = copy.withObject("/components/open");
        schemas.properties()
                .forEach(schema ->
                        open.set(schema.getKey(), close(schema.getValue().deepCopy(), false)));
        schemas.properties().forEach(schema -> close(schema.getValue(), true));
        for (var place : List.of("/paths", "/components/responses")) {
            copy.at(place).findValues("schema").forEach(schema -> close(schema, true));
        }
        return copy;
    }

    private static JsonNode close(JsonNode schema, boolean whole) {
        if (!(schema instanceof ObjectNode node)) {
            return schema;
        }
        var composed = isComposed(node);
        var partsAreWhole = whole && !composed;
        if (!partsAreWhole && node.path("$ref").asText().startsWith(CLOSED)) {
            node.put("$ref", node.get("$ref").asText().replace(CLOSED, OPEN));
        }
        List.of("allOf", "anyOf", "oneOf").forEach(key -> node.path(key).forEach(part -> close(part, partsAreWhole)));
        List.of("properties", "patternProperties", "$defs")
                .forEach(key -> node.path(key).forEach(part -> close(part, true)));
        List.of("items", "additionalProperties", "contains").forEach(key -> close(node.path(key), true));
        node.path("prefixItems").forEach(part -> close(part, true));
        var says = node.has("additionalProperties") || node.has("unevaluatedProperties");
        if (whole && !says && (composed || node.has("properties"))) {
            node.put("unevaluatedProperties", false);
        }
        return node;
    }

    private static boolean isComposed(ObjectNode node) {
        return node.has("allOf")
                || node.has("properties") && (node.has("$ref") || node.has("anyOf") || node.has("oneOf"));
    }
}
