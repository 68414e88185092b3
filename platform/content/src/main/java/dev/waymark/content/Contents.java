package dev.waymark.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.content.Reference.Lookup;
import dev.waymark.http.Problem;
import dev.waymark.http.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.StringReader;
import java.util.Set;

/** Makes contents out of contents: settled ones out of what callers send, and new ones out of old ones and a patch. */
@ApplicationScoped
public class Contents {

    private final ObjectMapper strict;
    private final Validator validator;

    Contents(ObjectMapper strict, Validator validator) {
        this.strict = strict;
        this.validator = validator;
    }

    /** The content as the JSON it is stored as; that of none is empty. */
    public ObjectNode tree(Object content) {
        return content == null ? StoredJson.MAPPER.createObjectNode() : StoredJson.MAPPER.valueToTree(content);
    }

    public JsonNode parse(String stored) {
        return unwrap(() -> StoredJson.MAPPER.readTree(stored));
    }

    /** The stored JSON as a content, tolerant of fields there are no longer. */
    public <T> T read(JsonNode stored, Class<T> type) {
        return unwrap(() -> StoredJson.MAPPER.treeToValue(stored, type));
    }

    /**
     * The content with the id of every element, and with ids for all references.
     *
     * @param present what it replaces; null if it is new
     * @param outside finds what is no element of the content itself; empty for a property it does not know
     * @throws Problem 400 if ids or keys occur twice; 422 if something it refers to does not exist
     */
    @SuppressWarnings("unchecked") // a draft is of its own class
    public <T extends Content> T settle(T draft, T present, Set<String> outsideProperties, Lookup outside) {
        var tree = tree(draft);
        Elements.settle(tree, tree(present));
        Lookup lookup = (property, reference) -> outsideProperties.contains(property)
                ? outside.find(property, reference)
                : Elements.find(tree, reference);
        var reader = StoredJson.MAPPER.reader().withAttribute(Lookup.class, lookup);
        return unwrap(() -> reader.treeToValue(tree, (Class<T>) draft.getClass()));
    }

    /**
     * What a JSON merge patch (RFC 7396) makes of a value.
     *
     * @throws Problem 400 if the result is no valid {@code type}
     */
    public <T> T merge(JsonNode present, JsonNode patch, Class<T> type) {
        var merged = Json.createMergePatch(jsonp(patch)).apply(jsonp(present));
        return unwrap(() -> bind(strict.readTree(merged.toString()), type));
    }

    /**
     * Reads as strictly as a request is read.
     *
     * @throws Problem 400 if it is no valid {@code type}
     */
    public <T> T bind(JsonNode tree, Class<T> type) {
        var value = unwrap(() -> strict.treeToValue(tree, type));
        if (value == null) {
            throw Problem.invalid("", "must not be null");
        }
        var violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return value;
    }

    private static JsonValue jsonp(JsonNode node) {
        try (var reader = Json.createReader(new StringReader(node.toString()))) {
            return reader.readValue();
        }
    }

    private static <T> T unwrap(Reading<T> reading) {
        try {
            return reading.read();
        } catch (JsonProcessingException e) {
            throw StrictJson.problem(e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws JsonProcessingException;
    }
}
