package dev.waymark.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/**
 * Gives request bodies their examples, and batches their schema. The example of a collection is its
 * {@code META-INF/examples/<collection>.json}, which tests send as well; those of parts are taken out of it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Bodies implements OASFilter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APPLICATION_JSON = "application/json";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations().values().stream()
                .filter(operation -> operation.getRequestBody() != null)
                .forEach(operation -> describe(api, path, operation.getRequestBody())));
    }

    private static void describe(OpenAPI api, String path, RequestBody body) {
        if (path.endsWith(":batch")) {
            describeBatch(api, path, body);
        }
        var whole = example(path);
        if (whole == null) {
            return;
        }
        body.getContent().getMediaTypes().forEach((type, media) -> {
            var example = JSON.convertValue(part(type, path, whole), Object.class);
            media.setExamples(Map.of("example", OASFactory.createExample().value(example)));
        });
    }

    private static void describeBatch(OpenAPI api, String path, RequestBody body) {
        var item = api.getPaths()
                .getPathItem(path.replace(":batch", ""))
                .getPOST()
                .getRequestBody()
                .getContent()
                .getMediaType(APPLICATION_JSON)
                .getSchema();
        var items = OASFactory.createSchema()
                .type(List.of(SchemaType.ARRAY))
                .items(item)
                .maxItems(500);
        body.getContent()
                .getMediaType(APPLICATION_JSON)
                .setSchema(OASFactory.createSchema()
                        .type(List.of(SchemaType.OBJECT))
                        .addProperty("items", items)
                        .addRequired("items"));
        body.getContent().getMediaType("application/x-ndjson").setSchema(item);
    }

    private static JsonNode part(String type, String path, JsonNode whole) {
        if (type.startsWith("application/merge-patch")) {
            var part = whole.has("name") ? "name" : whole.fieldNames().next();
            return JSON.createObjectNode().set(part, whole.get(part));
        }
        if (path.endsWith(":batch") && type.equals(APPLICATION_JSON)) {
            return JSON.createObjectNode().set("items", JSON.createArrayNode().add(whole));
        }
        return whole;
    }

    /** That of a document, or the first element of the list that the path leads to; null if there is none. */
    private static JsonNode example(String path) {
        var names = Stream.of(path.split("[/:]"))
                .filter(part -> !part.isEmpty()
                        && !part.startsWith("{")
                        && !List.of("v1", "batch", "by-key").contains(part))
                .toList();
        if (names.isEmpty()) {
            return null;
        }
        var node = read(names.getFirst());
        for (var list : names.subList(1, names.size())) {
            node = node == null ? null : node.path(list).path(0);
        }
        return node == null || !node.isObject() ? null : node;
    }

    private static JsonNode read(String collection) {
        var name = "META-INF/examples/" + collection + ".json";
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return stream == null ? null : JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
