package dev.waymark.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.contracts.SchemaChanges.For;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What breaks a client between two versions of an OpenAPI document; a new path, {@code /v2} say, breaks nobody. */
final class OpenApiChanges {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> breaks = new ArrayList<>();

    private OpenApiChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** A sentence for each. */
    static List<String> between(JsonNode before, JsonNode after) {
        var changes = new OpenApiChanges(before, after);
        before.path("paths").properties().forEach(path -> changes.path(path.getKey(), path.getValue()));
        return changes.breaks;
    }

    private void path(String path, JsonNode old) {
        var now = after.path("paths").path(path);
        if (now.isMissingNode()) {
            breaks.add(path + " is gone");
            return;
        }
        for (var method : METHODS) {
            if (old.has(method) && !now.has(method)) {
                breaks.add("%s of %s is gone".formatted(method.toUpperCase(Locale.ROOT), path));
            } else if (old.has(method)) {
                operation(path, old, now, method);
            }
        }
    }

    private void operation(String path, JsonNode oldItem, JsonNode newItem, String method) {
        var old = oldItem.get(method);
        var now = newItem.get(method);
        var name = old.path("operationId").asText(method + " " + path);
        if (!old.path("operationId").equals(now.path("operationId"))) {
            breaks.add(name + ": its operationId is " + now.path("operationId").asText("none") + " now");
        }
        parameters(name, parameters(before, oldItem, old), parameters(after, newItem, now));
        body(name, followed(before, old.path("requestBody")), followed(after, now.path("requestBody")));
        responses(name, old.path("responses"), now.path("responses"));
    }

    private void parameters(String name, Map<String, JsonNode> old, Map<String, JsonNode> now) {
        old.forEach((parameter, was) -> {
            var is = now.get(parameter);
            if (is == null) {
                breaks.add("%s: the %s is gone".formatted(name, parameter));
            } else {
                if (is.path("required").asBoolean() && !was.path("required").asBoolean()) {
                    breaks.add("%s: the %s is required now".formatted(name, parameter));
                }
                schema(name + ": the " + parameter, For.WRITER, was, is);
            }
        });
        now.forEach((parameter, is) -> {
            if (is.path("required").asBoolean() && !old.containsKey(parameter)) {
                breaks.add("%s: the %s is new and required".formatted(name, parameter));
            }
        });
    }

    private static Map<String, JsonNode> parameters(JsonNode document, JsonNode item, JsonNode operation) {
        var parameters = new LinkedHashMap<String, JsonNode>();
        for (var declared : List.of(item.path("parameters"), operation.path("parameters"))) {
            for (var parameter : declared) {
                var followed = followed(document, parameter);
                parameters.put(
                        followed.path("in").asText() + " parameter "
                                + followed.path("name").asText(),
                        followed);
            }
        }
        return parameters;
    }

    private void body(String name, JsonNode old, JsonNode now) {
        if (now.path("required").asBoolean() && !old.path("required").asBoolean()) {
            breaks.add(name + ": a body is required now");
        }
        content(name + ": the body", For.WRITER, old, now);
    }

    private void responses(String name, JsonNode old, JsonNode now) {
        old.properties().forEach(entry -> {
            var status = entry.getKey();
            var was = followed(before, entry.getValue());
            var is = followed(after, now.path(status));
            if (!is.isMissingNode()) {
                content(name + ": " + status, For.READER, was, is);
                was.path("headers").fieldNames().forEachRemaining(header -> {
                    if (!is.path("headers").has(header)) {
                        breaks.add("%s: %s has no header %s any more".formatted(name, status, header));
                    }
                });
            } else if (isSuccess(status)) {
                breaks.add("%s: %s is not answered any more".formatted(name, status));
            }
        });
        now.fieldNames().forEachRemaining(status -> {
            if (isSuccess(status) && !old.has(status)) {
                breaks.add("%s: %s may be answered now".formatted(name, status));
            }
        });
    }

    /** Which problems there are may change: a client has to know what to do with any. */
    private static boolean isSuccess(String status) {
        return Set.of('1', '2').contains(status.charAt(0));
    }

    private void content(String name, For who, JsonNode old, JsonNode now) {
        old.path("content").properties().forEach(type -> {
            var is = now.path("content").path(type.getKey());
            if (is.isMissingNode()) {
                breaks.add(name + " has no " + type.getKey() + " any more");
            } else {
                schema(name, who, type.getValue(), is);
            }
        });
    }

    private void schema(String name, For who, JsonNode old, JsonNode now) {
        new SchemaChanges(who, references(before), references(after))
                .between(old.path("schema"), now.path("schema"))
                .forEach(change -> breaks.add(name + ": " + change));
    }

    private static JsonNode followed(JsonNode document, JsonNode node) {
        return node.has("$ref") ? references(document).apply(node.get("$ref").asText()) : node;
    }

    private static Function<String, JsonNode> references(JsonNode document) {
        return reference -> document.at(reference.substring(1));
    }
}
