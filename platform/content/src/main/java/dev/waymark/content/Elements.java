package dev.waymark.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The rules of elements: the objects in the lists of a content, matched by id, then by key; unique in their content. */
public final class Elements {

    private static final int LONGEST_KEY = 200;

    private Elements() {}

    /**
     * Gives every element of {@code incoming} its id: its own, that of the present element with its key, wherever that
     * stands, or a new one. So a caller that knows only keys can replace a document without orphaning what refers to its
     * elements, and what moves stays the same.
     *
     * @throws Problem 400 if two elements have the same id or key, or a key is empty or too long
     */
    static void settle(JsonNode incoming, JsonNode present) {
        var idsByKey = new HashMap<String, String>();
        walk(present, "", (pointer, element) -> idsByKey.put(text(element, "key"), text(element, "id")));
        idsByKey.remove(null);
        var ids = new HashSet<String>();
        var keys = new HashSet<String>();
        var errors = new ArrayList<Violation>();
        walk(incoming, "", (pointer, element) -> {
            var key = text(element, "key");
            var again = key != null && !keys.add(key);
            if (!element.hasNonNull("id")) {
                var known = idsByKey.get(key);
                element.put("id", known == null ? Ids.next().toString() : known);
            }
            if (!ids.add(text(element, "id")) && !again) {
                errors.add(new Violation(pointer + "/id", "two elements have the id " + text(element, "id")));
            }
            if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
                errors.add(new Violation(pointer + "/key", "must have between 1 and " + LONGEST_KEY + " characters"));
            }
            if (again) {
                errors.add(new Violation(pointer + "/key", "two elements have the key '" + key + "'"));
            }
        });
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /** Where each element stands, as a JSON pointer, by its id. */
    public static Map<UUID, String> pointers(JsonNode content) {
        var pointers = new LinkedHashMap<UUID, String>();
        walk(content, "", (pointer, element) -> pointers.put(UUID.fromString(text(element, "id")), pointer));
        return pointers;
    }

    /** The ids of the elements that were added, changed (in themselves or in what they hold) or removed. */
    public static List<UUID> changed(JsonNode before, JsonNode after) {
        var old = new LinkedHashMap<String, JsonNode>();
        walk(before, "", (pointer, element) -> old.put(text(element, "id"), element));
        var changed = new LinkedHashSet<String>();
        walk(after, "", (pointer, element) -> {
            if (!element.equals(old.remove(text(element, "id")))) {
                changed.add(text(element, "id"));
            }
        });
        changed.addAll(old.keySet());
        return changed.stream().map(UUID::fromString).toList();
    }

    /** Finds elements of this very content. */
    static Optional<UUID> find(JsonNode content, Reference reference) {
        var found = new ArrayList<String>();
        walk(content, "", (pointer, element) -> {
            var matches = reference.id() == null
                    ? reference.key().equals(text(element, "key"))
                    : reference.id().toString().equalsIgnoreCase(text(element, "id"));
            if (matches) {
                found.add(text(element, "id"));
            }
        });
        return found.stream().findFirst().map(UUID::fromString);
    }

    static String text(JsonNode element, String field) {
        return element.hasNonNull(field) ? element.get(field).asText() : null;
    }

    private static void walk(JsonNode node, String pointer, BiConsumer<String, ObjectNode> visitor) {
        if (node == null || !node.isContainerNode()) {
            return;
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                if (node.get(i) instanceof ObjectNode element) {
                    visitor.accept(pointer + "/" + i, element);
                    walk(element, pointer + "/" + i, visitor);
                }
            }
            return;
        }
        node.properties().forEach(field -> walk(field.getValue(), pointer + "/" + field.getKey(), visitor));
    }
}
