package dev.waymark.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says of documents and elements what all of them have in common, so that their records need not repeat it. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Schemas implements OASFilter {

    /** Marks what may be any JSON. */
    private static final String ANY = "x-any";

    private static final String PLACE = "#/components/schemas/";

    private static final List<String> ALWAYS_ANSWERED =
            List.of("id", "version", "status", "name", "context", "createdAt", "updatedAt");

    private static final Map<String, String> OF_ELEMENTS = Map.of(
            "id", "Given by the server, unless you bring one of your own; never changes",
            "key", "Your own name for it, unique in the document");

    private static final Map<String, String> OF_DOCUMENTS = Map.of(
            "id", "Given by the server; never changes",
            "externalKey", "The other system's id, unique in the workspace",
            "version", "Rises by one with each change",
            "context", "What the other services know of it; read-only",
            "createdAt", "When it was made",
            "updatedAt", "When it was last changed");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().getSchemas().values().stream()
                .filter(schema -> schema.getProperties() != null)
                .forEach(Schemas::complete);
    }

    /** A type says nothing beside a reference, which generators of clients stumble over, and refuses null beside it. */
    @Override
    public Schema filterSchema(Schema schema) {
        var shapes = schema.getAnyOf() == null ? List.<Schema>of() : schema.getAnyOf();
        if (schema.getRef() != null
                || shapes.stream().anyMatch(shape -> List.of(SchemaType.NULL).equals(shape.getType()))) {
            schema.setType(null);
        }
        var any = schema.hasExtension(ANY);
        schema.removeExtension(ANY);
        if (any || schema.getOneOf() != null) { // what has one of several shapes has none of its own
            schema.setType(null);
            schema.setProperties(null);
        }
        return schema;
    }

    private static void complete(Schema schema) {
        var names = schema.getProperties().keySet();
        if (names.contains("personaKey") && schema.getRequired() != null) {
            schema.setRequired(schema.getRequired().stream()
                    .filter(name -> !name.equals("personaId"))
                    .toList());
        }
        if (names.containsAll(Set.of("id", "version", "updatedAt"))) {
            describe(schema, OF_DOCUMENTS);
            require(schema);
        } else if (isElement(schema)) {
            describe(schema, OF_ELEMENTS);
            schema.getProperties().get("key").minLength(1).maxLength(200);
        }
    }

    /** What is answered has all its lists, be they empty. */
    private static void require(Schema answer) {
        var required = new TreeSet<String>();
        answer.getProperties().forEach((name, property) -> {
            if (ALWAYS_ANSWERED.contains(name) || isList(property)) {
                required.add(name);
            }
        });
        Stream.ofNullable(answer.getRequired()).forEach(required::addAll);
        answer.setRequired(List.copyOf(required));
    }

    static boolean isElement(Schema schema) {
        return schema.getProperties() != null && schema.getProperties().keySet().containsAll(OF_ELEMENTS.keySet());
    }

    /** The name of the schema that a reference leads to. */
    static String name(Schema reference) {
        return reference.getRef().substring(PLACE.length());
    }

    static boolean isList(Schema schema) {
        return schema.getType() != null && schema.getType().contains(SchemaType.ARRAY);
    }

    private static void describe(Schema schema, Map<String, String> descriptions) {
        descriptions.forEach((name, description) -> {
            var property = schema.getProperties().get(name);
            if (property != null && property.getDescription() == null) {
                property.setDescription(description);
            }
        });
    }
}
