package dev.waymark.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Says of a collection that is asked for {@code view=full} that its items may be whole ones as well as summaries, and of
 * what is created in it that it is answered as it is read.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Collections implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var paths = api.getPaths();
        paths.getPathItems().forEach((path, item) -> {
            if (hasViews(item.getGET()) && paths.hasPathItem(path + "/{id}")) {
                var whole = answer(paths.getPathItem(path + "/{id}").getGET());
                page(api, answer(item.getGET())).ifPresent(page -> allow(page, whole));
            }
            paths.getPathItems().entrySet().stream()
                    .filter(one -> one.getKey().matches(Pattern.quote(path) + "/\\{\\w+}"))
                    .filter(one -> one.getValue().getGET() != null)
                    .findFirst()
                    .ifPresent(one ->
                            describeCreated(item.getPOST(), one.getValue().getGET()));
        });
    }

    private static void describeCreated(Operation creation, Operation reading) {
        var created = creation == null ? null : creation.getResponses().getAPIResponse("201");
        if (created != null && created.getContent() == null) {
            created.setContent(reading.getResponses().getAPIResponse("200").getContent());
        }
    }

    private static boolean hasViews(Operation list) {
        return list != null
                && list.getParameters() != null
                && list.getParameters().stream().anyMatch(p -> "view".equals(p.getName()));
    }

    private static Schema answer(Operation operation) {
        return operation
                .getResponses()
                .getAPIResponse("200")
                .getContent()
                .getMediaType("application/json")
                .getSchema();
    }

    private static Optional<Schema> page(OpenAPI api, Schema answer) {
        var name = answer.getRef() == null ? "" : answer.getRef().replaceFirst(".*/", "");
        return Optional.ofNullable(api.getComponents().getSchemas().get(name));
    }

    private static void allow(Schema page, Schema whole) {
        var items = page.getProperties().get("items");
        var summary = items.getItems();
        if (summary.getRef() != null) {
            items.setItems(OASFactory.createSchema().addAnyOf(summary).addAnyOf(whole));
        }
    }
}
