package dev.waymark.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.document.Documents.Preconditions;
import dev.waymark.history.Revision;
import dev.waymark.history.RevisionSummary;
import dev.waymark.http.EntityTag;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Page;
import dev.waymark.http.PageRequest;
import dev.waymark.http.Problem;
import dev.waymark.retries.RetryKey;
import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Documents of one kind over HTTP. A resource adds its path, its tag and its list; the rest is the same for all. In
 * summaries and operation ids {@code Document} stands for the resource's own word.
 *
 * @param <D> the entity
 * @param <T> what callers send
 * @param <V> what is answered
 */
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public abstract class DocumentResource<D extends Document<T>, T extends dev.waymark.content.Content, V> {

    private final DocumentService<D, T, V> documents;
    private final String path;

    /** @param path of the collection, {@code /v1/personas} say */
    protected DocumentResource(DocumentService<D, T, V> documents, String path) {
        this.documents = documents;
        this.path = path;
    }

    @SuppressWarnings("unchecked") // a service gives the summaries of its own resource
    protected final <S> RestResponse<Page<S>> page(ListRequest request, UriInfo uri) {
        return ((Page<S>) documents.list(request)).response(uri);
    }

    @POST
    @RolesAllowed(Role.EDIT)
    @Operation(summary = "Create a Document", description = "As a draft. What it refers to by key: is looked up now.")
    @APIResponse(responseCode = "201", description = "Created")
    public RestResponse<V> create(@HeaderParam(RetryKey.HEADER) String retryKey, @NotNull @Valid T draft, UriInfo uri) {
        var key = RetryKey.post(retryKey, uri);
        return documents
                .retries()
                .once(key, draft, () -> documents.await(draft), () -> created(documents.create(draft), uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.VIEW)
    @Operation(summary = "Read a Document", description = "With what the other services know of it under context.")
    public RestResponse<V> get(UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        var document = documents.get(id);
        return Answers.ok(document, documents.view(document), ifNoneMatch);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.EDIT)
    @Operation(
            summary = "Replace a Document",
            description =
                    "Elements are matched by id, then by key; what is absent is removed. An equal body makes no new version.")
    public RestResponse<V> replace(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid T draft) {
        return ok(documents.replace(id, IfMatch.required(ifMatch), draft));
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @RolesAllowed(Role.EDIT)
    @Operation(
            summary = "Change a Document in part",
            description = "A JSON merge patch (RFC 7396): null removes a value, lists are replaced as a whole.")
    public RestResponse<V> patch(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull JsonNode patch) {
        return ok(documents.patch(id, IfMatch.required(ifMatch), patch));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.ADMINISTER)
    @Operation(
            summary = "Delete a Document",
            description = "For good: of its history, who changed it and when is kept. For administrators.")
    public void delete(UUID id, @HeaderParam("If-Match") String ifMatch) {
        documents.delete(id, IfMatch.required(ifMatch));
    }

    @GET
    @Path("/by-key/{externalKey}")
    @RolesAllowed(Role.VIEW)
    @Operation(summary = "Read a Document by its external key", description = "The same as by its id.")
    public RestResponse<V> getByKey(
            @Size(min = 1, max = 200) String externalKey, @HeaderParam("If-None-Match") String ifNoneMatch) {
        var document = documents.getByKey(externalKey);
        return Answers.ok(document, documents.view(document), ifNoneMatch);
    }

    @PUT
    @Path("/by-key/{externalKey}")
    @RolesAllowed(Role.EDIT)
    @Operation(
            summary = "Create or replace the Document with an external key",
            description =
                    "Needs no precondition, honours If-Match and If-None-Match: *. An equal body makes no new version.")
    @APIResponse(responseCode = "200", description = "Replaced, or left as it was if the body says the same")
    @APIResponse(responseCode = "201", description = "Created")
    public RestResponse<V> putByKey(
            @Size(min = 1, max = 200) String externalKey,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @NotNull @Valid T draft,
            UriInfo uri) {
        var put = documents.put(externalKey, new Preconditions(ifMatch, ifNoneMatch), draft);
        return put.created() ? created(put.document(), uri) : ok(put.document());
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed(Role.EDIT)
    @Operation(
            summary = "Publish a Document",
            description = "Refused with what is missing, if it is not complete enough.")
    public RestResponse<V> publish(
            UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(RetryKey.HEADER) String retryKey,
            UriInfo uri) {
        return once(retryKey, uri, () -> documents.publish(id, IfMatch.optional(ifMatch)));
    }

    @POST
    @Path("/{id}/archive")
    @RolesAllowed(Role.EDIT)
    @Operation(summary = "Archive a Document: it can no longer be edited", description = "Until it is restored.")
    public RestResponse<V> archive(
            UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(RetryKey.HEADER) String retryKey,
            UriInfo uri) {
        return once(retryKey, uri, () -> documents.archive(id, IfMatch.optional(ifMatch)));
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed(Role.EDIT)
    @Operation(summary = "Make a draft of an archived Document", description = "It can be edited and published again.")
    public RestResponse<V> restore(
            UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(RetryKey.HEADER) String retryKey,
            UriInfo uri) {
        return once(retryKey, uri, () -> documents.restore(id, IfMatch.optional(ifMatch)));
    }

    @GET
    @Path("/{id}/revisions")
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "List the revisions of a Document",
            description = "Who changed it, when and how, the newest first; also of one that has been deleted.")
    public RestResponse<Page<RevisionSummary>> listRevisions(
            UUID id,
            @QueryParam("limit") @DefaultValue("25") int limit,
            @QueryParam("cursor") String cursor,
            UriInfo uri) {
        return documents
                .revisions(id, PageRequest.of(path + "/" + id + "/revisions", limit, cursor))
                .response(uri);
    }

    @GET
    @Path("/{id}/revisions/{version}")
    @RolesAllowed(Role.VIEW)
    @Operation(summary = "Read a revision of a Document", description = "The whole Document as it was then.")
    public RestResponse<Revision> getRevision(UUID id, int version, @HeaderParam("If-None-Match") String ifNoneMatch) {
        var revision = documents.revision(id, version);
        return Answers.ok(new EntityTag(version, 0), revision, ifNoneMatch);
    }

    @GET
    @Path("/{id}/revisions/{version}/diff")
    @Produces("application/json-patch+json")
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "Compare two revisions of a Document",
            description = "What turns one into the other, as a JSON Patch (RFC 6902).")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PatchStep[].class)))
    public String diffRevisions(
            UUID id,
            int version,
            @QueryParam("to") @Min(1) @Parameter(description = "The other version", required = true) Integer to) {
        if (to == null) {
            throw Problem.invalid("to", "must not be null");
        }
        return documents.diff(id, version, to);
    }

    @POST
    @Path("/{id}/revisions/{version}/restore")
    @RolesAllowed(Role.EDIT)
    @Operation(
            summary = "Let a Document say again what a revision says",
            description = "As a new revision; the status stays as it is.")
    public RestResponse<V> restoreRevision(
            UUID id,
            int version,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(RetryKey.HEADER) String retryKey,
            UriInfo uri) {
        return once(retryKey, uri, () -> documents.restoreRevision(id, IfMatch.optional(ifMatch), version));
    }

    private RestResponse<V> once(String retryKey, UriInfo uri, Supplier<D> effect) {
        return documents.retries().once(RetryKey.post(retryKey, uri), null, () -> ok(effect.get()));
    }

    private RestResponse<V> ok(D document) {
        return Answers.ok(document, documents.view(document));
    }

    private RestResponse<V> created(D document, UriInfo uri) {
        return Answers.created(document, documents.view(document), uri, path);
    }

    /** One operation of a JSON Patch (RFC 6902), for describing the answer. */
    @Schema(name = "PatchStep")
    public record PatchStep(
            @Schema(
                    required = true,
                    enumeration = {"add", "remove", "replace", "move", "copy", "test"})
            String op,

            @Schema(required = true, description = "A JSON pointer", examples = "/needs/0/importance")
            String path,

            @Schema(description = "A JSON pointer, for move and copy")
            String from,

            Object value) {}
}
