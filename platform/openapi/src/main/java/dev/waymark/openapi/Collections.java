package dev.waymark.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** Says of a collection that what is created in it, and what its list gives whole, looks as one of them that is read. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Collections implements OASFilter {

    /**
     * The schema of a list with {@code view=full}. An extension, since a choice of two shapes for one answer breaks the
     * clients that generators make of it.
     */
    private static final String FULL = "x-view-full";

    private static final String PAGE = """
            {"schema": {
              "type": "object",
              "required": ["items"],
              "properties": {"items": {"type": "array", "items": {"$ref": "%s"}}, "next": {"type": "string"}}}}
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var paths = api.getPaths();
        paths.getPathItems().forEach((path, item) -> {
            paths.getPathItems().entrySet().stream()
                    .filter(one -> one.getKey().matches(Pattern.quote(path) + "/\\{\\w+}"))
                    .filter(one -> one.getValue().getGET() != null)
                    .map(one -> one.getValue().getGET())
                    .findFirst()
                    .ifPresent(reading -> {
                        describeCreated(item.getPOST(), reading);
                        describeFull(item.getGET(), reading);
                    });
        });
    }

    private static void describeCreated(Operation creation, Operation reading) {
        var created = creation == null ? null : creation.getResponses().getAPIResponse("201");
        if (created != null && created.getContent() == null) {
            created.setContent(reading.getResponses().getAPIResponse("200").getContent());
        }
    }

    private static void describeFull(Operation list, Operation reading) {
        if (list != null
                && list.getParameters() != null
                && list.getParameters().stream().anyMatch(parameter -> "view".equals(parameter.getName()))) {
            list.addExtension(FULL, page(reading));
        }
    }

    private static Object page(Operation reading) {
        var one = reading.getResponses().getAPIResponse("200").getContent().getMediaType("application/json");
        try {
            return JSON.readValue(PAGE.formatted(one.getSchema().getRef()), Object.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
