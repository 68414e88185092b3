package dev.waymark.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Gives answers their examples: by the name of the schema, out of {@code META-INF/examples/answers.json}, which a test of
 * the service writes down from answers it got.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AnswerExamples implements OASFilter {

    private static final String FILE = "META-INF/examples/answers.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var examples = read();
        api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .filter(response -> response.getContent() != null)
                .flatMap(response -> response.getContent().getMediaTypes().values().stream())
                .filter(type -> type.getSchema() != null)
                .forEach(type -> describe(api, type, examples));
    }

    private static void describe(OpenAPI api, MediaType type, JsonNode examples) {
        var name = name(type.getSchema());
        if (name != null && examples.has(name)) {
            var value = JSON.convertValue(examples.get(name), Object.class);
            api.getComponents().addExample(name, OASFactory.createExample().value(value));
            type.setExamples(Map.of("example", OASFactory.createExample().ref(name)));
        }
    }

    /** {@code Need}, or {@code Needs} for an array of them; null for what has no name. */
    private static String name(Schema schema) {
        if (schema.getItems() != null && schema.getItems().getRef() != null) {
            return Schemas.name(schema.getItems()) + "s";
        }
        return schema.getRef() == null ? null : Schemas.name(schema);
    }

    private static JsonNode read() {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            return stream == null ? JSON.createObjectNode() : JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
