package dev.waymark.gapmap.imports;

import dev.waymark.document.Answers;
import dev.waymark.gapmap.ratings.Corrections;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Page;
import dev.waymark.http.PageRequest;
import dev.waymark.http.Problem;
import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
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

    private final RatingImporter importer;
    private final Imports imports;
    private final Corrections corrections;

    ImportResource(RatingImporter importer, Imports imports, Corrections corrections) {
        this.importer = importer;
        this.imports = imports;
        this.corrections = corrections;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Role.EDIT)
    @Operation(
            operationId = "importRatings",
            summary = "Import a file with a row per response and a column per need",
            description = "All of the file or nothing; what is answered with 201 is in the scores. Sent again with the"
                    + " same Idempotency-Key (or, without one, the same mapping and file) it is not counted again. The"
                    + " file is CSV with a header, or a JSON object per line (NDJSON): each response is a row, each"
                    + " mapped need a column. Encoding (UTF-8, UTF-16, Windows-1252), delimiter (comma, semicolon,"
                    + " tabulator, bar) and quote of CSV are recognised, numbers may have a decimal comma; report.format"
                    + " says what the file was taken for, report.warnings what looks wrong about it.")
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
    @APIResponse(responseCode = "200", description = "Had been imported before, or was a dry run; nothing changed")
    @APIResponse(responseCode = "201", description = "Imported; Location names the import")
    @APIResponse(
            responseCode = "422",
            description =
                    "The mapping names a need that there is not, or the Idempotency-Key was used for another file")
    public RestResponse<ImportView> post(
            UUID gapMapId,
            @Parameter(description = "Makes a repeat harmless") @HeaderParam("Idempotency-Key") @Size(max = 200)
                    String key,
            @Parameter(description = "Only tells what would come of it: nothing is stored")
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    boolean dryRun,
            @RestForm @PartType(MediaType.APPLICATION_JSON) @Valid Mapping mapping,
            @RestForm FileUpload file) {
        requirePart("mapping", mapping);
        requirePart("file", file);
        var done = importer.run(gapMapId, mapping, file.uploadedFile(), key, dryRun);
        if (done.view().status() == ImportView.Status.DRY_RUN) {
            return RestResponse.ok(done.view());
        }
        if (!done.fresh()) {
            return answer(RestResponse.ResponseBuilder.ok(done.view()));
        }
        var location =
                URI.create("v1/gap-maps/" + gapMapId + "/imports/" + done.view().id());
        return answer(RestResponse.ResponseBuilder.<ImportView>created(location).entity(done.view()));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getImport",
            summary = "Read the report of an import",
            description = "What was taken in, and the rows that could not be: line, column and reason.")
    public RestResponse<ImportView> get(UUID gapMapId, UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        return Answers.ok(ImportView.TAG, imports.get(gapMapId, id), ifNoneMatch);
    }

    @GET
    @Operation(
            operationId = "listImports",
            summary = "List the imports of a gap map",
            description = "The latest first, each with its report.")
    public RestResponse<Page<ImportView>> list(
            UUID gapMapId,
            @QueryParam("limit") @DefaultValue("25") int limit,
            @QueryParam("cursor") String cursor,
            UriInfo uri) {
        return imports.list(gapMapId, PageRequest.of("imports|" + gapMapId, limit, cursor))
                .response(uri);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.EDIT)
    @Operation(
            operationId = "deleteImport",
            summary = "Take back an import",
            description =
                    "The responses that it brought go, and those it corrected are again what other imports say. What"
                            + " a later file only repeated goes with the import that brought it. The scores are exact at once,"
                            + " and the same file can be imported again.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "409", description = "The gap map is archived")
    public void delete(UUID gapMapId, UUID id, @HeaderParam("If-Match") String ifMatch) {
        corrections.takeBack(gapMapId, id, ImportView.TAG, IfMatch.required(ifMatch));
    }

    private static RestResponse<ImportView> answer(RestResponse.ResponseBuilder<ImportView> answer) {
        return Answers.tagged(answer, ImportView.TAG.header());
    }

    private static void requirePart(String name, Object part) {
        if (part == null) {
            throw Problem.invalid(name, "the request must have this part");
        }
    }
}
