package dev.waymark.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.testing.TestWorkspace;
import java.util.Map;
import java.util.TreeMap;

/**
 * One document of each kind in a workspace, for requests about what there is.
 *
 * @param ids of one document of each kind, by its collection, {@code personas} say; of what else a path names by its id, as
 *     {@code imports}, too
 */
public record WorkspaceSample(TestWorkspace workspace, Map<String, String> ids) {

    /** A path in which each parameter stands for what is there. */
    public String fill(String template) {
        var filled = new StringBuilder();
        var collection = "";
        for (var part : template.substring(1).split("/")) {
            if (part.startsWith("{")) {
                filled.append('/').append(parameter(part, collection, template.substring(0, template.indexOf(part))));
            } else {
                filled.append('/').append(part);
                collection = part;
            }
        }
        return filled.toString();
    }

    /** What an operation would be sent about it: the document, an element of a list, or an empty change. */
    public String body(Operation operation) {
        return switch (operation.method()) {
            case "PUT" -> operation.takesAnId() ? known(at(operation.path())) : "{}";
            case "POST" -> element(operation.path());
            default -> "{}";
        };
    }

    private static String known(JsonNode node) {
        return node.isMissingNode() ? "{}" : node.toString();
    }

    private String element(String template) {
        var list = template.substring(template.lastIndexOf('/') + 1);
        var elements = template.contains("{id}") ? at(template).path(list) : null;
        return elements == null || elements.isEmpty() ? "{}" : elements.get(0).toString();
    }

    private String parameter(String name, String collection, String before) {
        return switch (name) {
            case "{version}" -> "1";
            case "{externalKey}" -> "there";
            default ->
                ids.containsKey(collection)
                        ? ids.get(collection)
                        : at(before).path(collection).path(0).path("id").asText();
        };
    }

    /** The document, or the element of it, that a template leads to, without what follows the last parameter. */
    private JsonNode at(String template) {
        var parts = template.split("/");
        var node = document(parts[2]);
        for (var i = 4; i + 1 < parts.length && parts[i + 1].startsWith("{"); i += 2) {
            node = node.path(parts[i]).path(0);
        }
        return node;
    }

    private JsonNode document(String collection) {
        var path = "/v1/" + collection + "/" + ids.get(collection);
        return Operation.json(workspace.read(path).extract().asString());
    }

    /** All that is to be seen of it, to be compared with itself. */
    Map<String, String> state() {
        var state = new TreeMap<String, String>();
        ids.forEach((collection, id) -> {
            var path = "/v1/" + collection;
            if (workspace.viewer().get(path).statusCode() == 200) {
                state.put(path, workspace.read(path).extract().asString());
                state.put(id, document(collection).toString());
            }
        });
        state.put("events", workspace.read("/v1/events").extract().asString());
        assertThat(state).as("documents and events").hasSizeGreaterThan(2);
        return state;
    }
}
