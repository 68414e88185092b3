package dev.waymark.content;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.waymark.http.Problem;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that a content refers to, by its id or as {@code key:<its key>}. What is stored names ids only.
 *
 * @param id null as long as only the key is known
 */
@JsonDeserialize(using = Reference.Reader.class)
@Schema(
        type = SchemaType.STRING,
        pattern = "^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|key:.{1,200})$",
        description = "An id, or key: and a key; answers give the id",
        examples = "key:punctual")
public record Reference(UUID id, String key) {

    private static final String BY_KEY = "key:";

    public static Reference to(UUID id) {
        return new Reference(id, null);
    }

    public static Reference toKey(String key) {
        return new Reference(null, key);
    }

    /** @throws IllegalArgumentException if it is neither an id nor a key */
    public static Reference parse(String text) {
        if (text.startsWith(BY_KEY) && text.length() > BY_KEY.length()) {
            return toKey(text.substring(BY_KEY.length()));
        }
        if (text.length() != 36) {
            throw new IllegalArgumentException("must be a UUID, or key: and a key");
        }
        return to(UUID.fromString(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return id == null ? BY_KEY + key : id.toString();
    }

    /** Finds what references mean, by the property they stand in. */
    @FunctionalInterface
    public interface Lookup {

        /** @return the id; empty if there is no such thing, which refuses the content */
        Optional<UUID> find(String property, Reference reference);
    }

    /** Reads references; with a {@link Lookup} among the reader's attributes it resolves them as well. */
    static final class Reader extends StdDeserializer<Reference> {

        Reader() {
            super(Reference.class);
        }

        @Override
        public Reference deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Reference) context.handleUnexpectedToken(Reference.class, parser);
            }
            var reference = parse(parser, context);
            return context.getAttribute(Lookup.class) instanceof Lookup lookup
                    ? resolve(parser.getParsingContext().pathAsPointer().toString(), reference, lookup)
                    : reference;
        }

        private static Reference parse(JsonParser parser, DeserializationContext context) throws IOException {
            var text = context.readValue(parser, String.class); // as all text is read, which nothing may get by
            try {
                return Reference.parse(text);
            } catch (IllegalArgumentException e) {
                throw JsonMappingException.from(parser, "must be an id, or key: and a key");
            }
        }

        private static Reference resolve(String pointer, Reference reference, Lookup lookup) {
            var property = pointer.replaceFirst("(/\\d+)+$", "");
            return lookup.find(property.substring(property.lastIndexOf('/') + 1), reference)
                    .map(Reference::to)
                    .orElseThrow(() -> Problem.unknownReference(pointer, "There is no " + reference + "."));
        }
    }
}
