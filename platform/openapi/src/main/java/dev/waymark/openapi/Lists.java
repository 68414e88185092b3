package dev.waymark.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says that lists with a {@code view} give summaries or whole documents. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Lists implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map.copyOf(api.getPaths().getPathItems()).forEach((path, item) -> {
            if (item.getGET() != null && hasView(item.getGET())) {
                var page = answer(item.getGET()).getRef().substring(SCHEMAS.length());
                var whole = answer(api.getPaths().getPathItem(path + "/{id}").getGET());
                var items = api.getComponents()
                        .getSchemas()
                        .get(page)
                        .getProperties()
                        .get("items");
                items.setItems(
                        OASFactory.createSchema().addAnyOf(items.getItems()).addAnyOf(whole));
            }
        });
    }

    private static boolean hasView(Operation list) {
        return list.getParameters() != null
                && list.getParameters().stream().anyMatch(parameter -> "view".equals(parameter.getName()));
    }

    private static Schema answer(Operation operation) {
        return operation
                .getResponses()
                .getAPIResponse("200")
                .getContent()
                .getMediaType("application/json")
                .getSchema();
    }
}
