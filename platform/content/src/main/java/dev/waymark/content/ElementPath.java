package dev.waymark.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.http.Problem;
import java.util.List;

/**
 * The way to a list of elements in a content, and perhaps to one of them: {@code stages/<stage>/steps[/<step>]}.
 *
 * @param holders what the list stands in, from the outside; empty for a list of the content itself
 * @param list the name of the list
 */
public record ElementPath(List<Holder> holders, String list) {

    /** An element on the way, in the list that holds it. */
    public record Holder(String list, Reference element) {}

    /** @throws Problem 404 if something on the way does not exist */
    public ArrayNode elements(ObjectNode content) {
        var node = content;
        for (var holder : holders) {
            node = element(node.withArray(holder.list()), holder.list(), holder.element());
        }
        return node.withArray(list);
    }

    /** @throws Problem 404 */
    public ObjectNode element(ObjectNode content, Reference element) {
        return element(elements(content), list, element);
    }

    /**
     * Puts an element before another, or last.
     *
     * @return where it stands now
     * @throws Problem 422 if there is no such other one
     */
    public Place insert(ObjectNode content, JsonNode element, Reference before) {
        var elements = elements(content);
        var place = before == null ? elements.size() : index(elements, before);
        if (place < 0) {
            throw Problem.unknownReference("before", "There is no " + before + " in " + list + ".");
        }
        elements.insert(place, element);
        return place(content, place);
    }

    /**
     * @return where it stands
     * @throws Problem 404
     */
    public Place replace(ObjectNode content, Reference element, JsonNode by) {
        var present = element(content, element);
        var place = index(elements(content), element);
        elements(content).set(place, by);
        if (by instanceof ObjectNode replacement) {
            replacement.set("id", present.get("id"));
        }
        return place(content, place);
    }

    /** @throws Problem 404 */
    public void remove(ObjectNode content, Reference element) {
        element(content, element);
        elements(content).remove(index(elements(content), element));
    }

    private Place place(ObjectNode content, int index) {
        var pointer = new StringBuilder();
        var node = content;
        for (var holder : holders) {
            var elements = node.withArray(holder.list());
            var at = index(elements, holder.element());
            pointer.append('/').append(holder.list()).append('/').append(at);
            node = (ObjectNode) elements.get(at);
        }
        return new Place(pointer + "/" + list + "/" + index);
    }

    private static ObjectNode element(ArrayNode elements, String list, Reference wanted) {
        var index = index(elements, wanted);
        if (index < 0) {
            throw Problem.notFound("element of " + list, wanted);
        }
        return (ObjectNode) elements.get(index);
    }

    private static int index(ArrayNode elements, Reference wanted) {
        for (int i = 0; i < elements.size(); i++) {
            var found = wanted.id() == null
                    ? wanted.key().equals(Elements.text(elements.get(i), "key"))
                    : wanted.id().toString().equals(Elements.text(elements.get(i), "id"));
            if (found) {
                return i;
            }
        }
        return -1;
    }
}
