package dev.waymark.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** Says of what is created in a collection that it is answered as it is read. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Collections implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var paths = api.getPaths();
        paths.getPathItems().forEach((path, item) -> {
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
}
