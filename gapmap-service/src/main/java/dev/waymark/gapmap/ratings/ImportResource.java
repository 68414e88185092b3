package dev.waymark.gapmap.ratings;

import dev.waymark.document.Answers;
import dev.waymark.http.EntityTag;
import dev.waymark.http.Problem;
import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Encoding;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Imports of ratings over HTTP. */
@Path("/v1/gap-maps/{gapMapId}/imports")
@Tag(name = "Ratings", description = "What respondents say of each provider on each need")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.VIEW)
public class ImportResource {

    private static final EntityTag NEVER_CHANGES = new EntityTag(1, 0);

    private final RatingImporter importer;

    ImportResource(RatingImporter importer) {
        this.importer = importer;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Role.EDIT)
    @Operation(
            operationId = "importRatings",
            summary = "Import a CSV file with a row per response and a column per need",
            description = "All of the file or nothing; what is answered with 201 is in the scores. Sent again with the"
                    + " same Idempotency-Key (or, without one, the same mapping and file) it is not counted again. The"
                    + " file is UTF-8 with commas and a header; each response is a row, each mapped need a column.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ImportForm.class),
                            examples = @ExampleObject(name = "survey", value = ImportForm.EXAMPLE),
                            encoding = {
                                @Encoding(name = "mapping", contentType = MediaType.APPLICATION_JSON),
                                @Encoding(name = "file", contentType = "text/csv")
                            }))
    @APIResponse(responseCode = "200", description = "Had been imported before; nothing changed")
    @APIResponse(responseCode = "201", description = "Imported; Location names the import")
    @APIResponse(
            responseCode = "422",
            description =
                    "The mapping names a need that there is not, or the Idempotency-Key was used for another file")
    public RestResponse<ImportView> post(
            UUID gapMapId,
            @Parameter(description = "Makes a repeat harmless") @HeaderParam("Idempotency-Key") @Size(max = 200)
                    String key,
            @RestForm @PartType(MediaType.APPLICATION_JSON) @Valid Mapping mapping,
            @RestForm FileUpload file,
            UriInfo uri) {
        requirePart("mapping", mapping);
        requirePart("file", file);
        var done = importer.run(gapMapId, mapping, file.uploadedFile(), key);
        if (!done.fresh()) {
            return answer(RestResponse.ResponseBuilder.ok(done.view()));
        }
        var location =
                uri.getAbsolutePathBuilder().path(done.view().id().toString()).build();
        return answer(RestResponse.ResponseBuilder.<ImportView>created(location).entity(done.view()));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getImport",
            summary = "Read the report of an import",
            description = "What was taken in, and the rows that could not be: line, column and reason.")
    public RestResponse<ImportView> get(UUID gapMapId, UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        return Answers.ok(NEVER_CHANGES, importer.get(gapMapId, id), ifNoneMatch);
    }

    private static RestResponse<ImportView> answer(RestResponse.ResponseBuilder<ImportView> answer) {
        return Answers.tagged(answer, NEVER_CHANGES.header());
    }

    private static void requirePart(String name, Object part) {
        if (part == null) {
            throw Problem.invalid(name, "the request must have this part");
        }
    }
}
