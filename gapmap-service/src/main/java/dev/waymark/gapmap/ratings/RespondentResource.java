package dev.waymark.gapmap.ratings;

import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Respondents over HTTP. Who they are is not known here: only what they have said can be taken away. */
@Path("/v1/respondents:erase")
@Tag(name = "Ratings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RespondentResource {

    private final Corrections corrections;

    RespondentResource(Corrections corrections) {
        this.corrections = corrections;
    }

    @POST
    @RolesAllowed(Role.ADMINISTER)
    @Operation(
            operationId = "eraseRespondent",
            summary = "Forget a respondent",
            description =
                    "Takes away all that a respondent said, in every gap map of the workspace, archived ones too; every"
                            + " score is exact at once. Sent again, it finds nothing any more. For administrators.")
    @APIResponse(responseCode = "200", description = "Nothing of the respondent is left")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ErasureRequest.class),
                            examples = @ExampleObject(name = "someone", value = "{\"respondent\": \"card-4711\"}")))
    public Erasure erase(@NotNull @Valid ErasureRequest request) {
        return corrections.erase(request.respondent());
    }
}
