package dev.waymark.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Describes merge patches: what may be sent as a whole, with nothing required and null for what is to go. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Patches implements OASFilter {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (item.getPATCH() != null) {
                item.getPATCH()
                        .getRequestBody()
                        .getContent()
                        .getMediaType(MERGE_PATCH)
                        .setSchema(OASFactory.createSchema().ref(patch(api, whole(api, path, item))));
            }
        });
        // What the methods take; nobody sends it as such.
        api.getComponents().removeSchema("JsonNode");
        api.getComponents().removeSchema("JsonNodeType");
    }

    /** What a PUT of the same thing takes, or a POST to its collection. */
    private static String whole(OpenAPI api, String path, PathItem item) {
        var sending = item.getPUT() != null
                ? item.getPUT()
                : api.getPaths()
                        .getPathItem(path.substring(0, path.lastIndexOf('/')))
                        .getPOST();
        return Schemas.name(sending.getRequestBody()
                .getContent()
                .getMediaType("application/json")
                .getSchema());
    }

    private static String patch(OpenAPI api, String whole) {
        var name = whole.replaceFirst("Draft$", "") + "Patch";
        var schemas = api.getComponents();
        var patch = OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .description("What is to change of it; null removes a value, lists are replaced as a whole (RFC 7396)");
        schemas.getSchemas().get(whole).getProperties().forEach((property, schema) -> {
            if (!Boolean.TRUE.equals(schema.getReadOnly())) {
                patch.addProperty(property, orNull(merged(api, schema)));
            }
        });
        schemas.addSchema(name, patch);
        return name;
    }

    /** An object within is changed in part as well. */
    private static Schema merged(OpenAPI api, Schema schema) {
        var name = schema.getRef() == null ? null : Schemas.name(schema);
        var isObject =
                name != null && api.getComponents().getSchemas().get(name).getProperties() != null;
        return isObject ? copy(schema).ref(patch(api, name)) : schema;
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() == null && schema.getType() != null && schema.getEnumeration() == null) {
            var types = new ArrayList<>(schema.getType());
            types.add(SchemaType.NULL);
            var copy = copy(schema);
            return copy.type(types);
        }
        return OASFactory.createSchema()
                .addAnyOf(schema)
                .addAnyOf(OASFactory.createSchema().type(List.of(SchemaType.NULL)));
    }

    private static Schema copy(Schema schema) {
        var copy = OASFactory.createSchema();
        schema.getAll().forEach(copy::set);
        return copy;
    }
}
