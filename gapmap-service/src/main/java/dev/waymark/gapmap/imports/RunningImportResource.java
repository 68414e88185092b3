package dev.waymark.gapmap.imports;

import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Imports that are under way, over HTTP. */
@Path("/v1/gap-maps/{gapMapId}/running-import")
@Tag(name = "Ratings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RunningImportResource {

    private final RunningImports imports;

    RunningImportResource(RunningImports imports) {
        this.imports = imports;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "getRunningImport",
            summary = "See how far an import has come",
            description =
                    "Of the one import into the gap map that is under way, in whichever instance; IDLE if none is.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RunningImport.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value = "{\"phase\": \"READING\", \"rows\": 120000}")))
    public RunningImport get(UUID gapMapId) {
        return imports.find(gapMapId);
    }

    @POST
    @Path("/cancel")
    @RolesAllowed(Role.EDIT)
    @Operation(
            operationId = "cancelImport",
            summary = "Break off the import that is under way",
            description =
                    "It is answered with 409, and nothing of it is stored. If none is under way, nothing happens.")
    @APIResponse(responseCode = "204", description = "It has been told to break off")
    public void cancel(UUID gapMapId) {
        imports.cancel(gapMapId);
    }
}
