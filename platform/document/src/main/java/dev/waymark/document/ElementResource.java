package dev.waymark.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.content.ElementPath;
import dev.waymark.content.Ids;
import dev.waymark.content.Place;
import dev.waymark.content.Reference;
import dev.waymark.http.EntityTag;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Page;
import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails;
import dev.waymark.retries.RetryKey;
import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The elements of one list of a document, by paths of their own. Each has an ETag of what it says, so that two editors of
 * different stages do not meet. A resource adds its path and its tag; elements on the way are {@code {stageId}} for
 * {@code stages}, and so on.
 *
 * @param <E> the element, a record: validation takes what could be a container for one
 */
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public abstract class ElementResource<E extends Record> {

    private final DocumentService<?, ?, ?> documents;
    private final Class<E> type;
    private final List<String> holders;
    private final String list;

    /** @param lists from the outside to the list itself: {@code stages, steps} */
    protected ElementResource(DocumentService<?, ?, ?> documents, Class<E> type, String... lists) {
        this.documents = documents;
        this.type = type;
        this.holders = List.of(lists).subList(0, lists.length - 1);
        this.list = lists[lists.length - 1];
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(summary = "List the Elements", description = "All of them, in their order.")
    public Page<E> list(@PathParam("id") UUID id, UriInfo uri) {
        var elements = new ArrayList<E>();
        path(uri).elements(documents.tree(id)).forEach(node -> elements.add(read(node)));
        return new Page<>(elements, null);
    }

    @POST
    @RolesAllowed(Role.EDIT)
    @Operation(summary = "Add an Element", description = "Before another one, or as the last one.")
    @APIResponse(responseCode = "201", description = "Added")
    public RestResponse<E> add(
            @PathParam("id") UUID id,
            @QueryParam("before") @Parameter(description = "The Element it comes before, by its id or key:")
                    String before,
            @HeaderParam(RetryKey.HEADER) String retryKey,
            @NotNull @Valid E element,
            UriInfo uri) {
        var key = RetryKey.post(retryKey, uri);
        var place = before == null ? null : before(before);
        return documents.retries().once(key, element, () -> add(id, place, element, uri));
    }

    private RestResponse<E> add(UUID id, Reference place, E element, UriInfo uri) {
        var added = documents.contents().tree(element);
        var elementId = added.hasNonNull("id") ? UUID.fromString(added.get("id").asText()) : Ids.next();
        added.put("id", elementId.toString());
        var path = path(uri);
        var said = documents.edit(id, content -> path.insert(content, added, place));
        var location = uri.getAbsolutePathBuilder().path(elementId.toString()).build();
        var node = path.element(said, Reference.to(elementId));
        return tagged(RestResponse.ResponseBuilder.<E>created(location).entity(read(node)), node);
    }

    @GET
    @Path("/{elementId}")
    @RolesAllowed(Role.VIEW)
    @Operation(summary = "Read an Element", description = "By its id, or by key: and its key.")
    public RestResponse<E> get(
            @PathParam("id") UUID id,
            @PathParam("elementId") String elementId,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            UriInfo uri) {
        var node = path(uri).element(documents.tree(id), reference(elementId));
        return Answers.ok(tag(node), read(node), ifNoneMatch);
    }

    @PATCH
    @Path("/{elementId}")
    @Consumes("application/merge-patch+json")
    @RolesAllowed(Role.EDIT)
    @Operation(
            summary = "Change an Element in part",
            description =
                    "A JSON merge patch (RFC 7396). Its ETag is its own: changes elsewhere in the document do not spoil it.")
    public RestResponse<E> patch(
            @PathParam("id") UUID id,
            @PathParam("elementId") String elementId,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull JsonNode patch,
            UriInfo uri) {
        var wanted = reference(elementId);
        var precondition = IfMatch.required(ifMatch);
        var path = path(uri);
        var patched = new AtomicReference<Reference>(); // its key may be another one afterwards
        var said = documents.edit(id, content -> {
            var present = path.element(content, wanted);
            precondition.check(tag(present));
            patched.set(id(present));
            requireSame(present, patch);
            var contents = documents.contents();
            return path.replace(content, wanted, contents.tree(contents.merge(present, patch, type)));
        });
        var node = path.element(said, patched.get());
        return tagged(RestResponse.ResponseBuilder.ok(read(node)), node);
    }

    @DELETE
    @Path("/{elementId}")
    @RolesAllowed(Role.EDIT)
    @Operation(
            summary = "Remove an Element",
            description = "Refused as long as something in the document refers to it.")
    public void delete(
            @PathParam("id") UUID id,
            @PathParam("elementId") String elementId,
            @HeaderParam("If-Match") String ifMatch,
            UriInfo uri) {
        var wanted = reference(elementId);
        var precondition = IfMatch.required(ifMatch);
        var path = path(uri);
        try {
            documents.edit(id, content -> {
                precondition.check(tag(path.element(content, wanted)));
                path.remove(content, wanted);
                return Place.WHOLE;
            });
        } catch (Problem refused) {
            if (refused.details().status() == ProblemDetails.Kind.UNKNOWN_REFERENCE.status) {
                var from = refused.details().errors();
                throw Problem.conflict("Something in the document refers to it, or to what it holds.", from);
            }
            throw refused;
        }
    }

    private ElementPath path(UriInfo uri) {
        var parameters = uri.getPathParameters();
        return new ElementPath(
                holders.stream()
                        .map(holder ->
                                new ElementPath.Holder(holder, reference(parameters.getFirst(singular(holder) + "Id"))))
                        .toList(),
                list);
    }

    private static String singular(String list) {
        return list.substring(0, list.length() - 1);
    }

    private E read(JsonNode node) {
        return documents.contents().read(node, type);
    }

    private static Reference before(String text) {
        try {
            return Reference.parse(text);
        } catch (IllegalArgumentException neitherIdNorKey) {
            throw Problem.invalid("before", "must be a UUID, or key: and a key");
        }
    }

    private static Reference id(JsonNode element) {
        return Reference.to(UUID.fromString(element.get("id").asText()));
    }

    private static void requireSame(JsonNode present, JsonNode patch) {
        var id = patch.path("id");
        if (!id.isMissingNode()
                && !id.asText().equalsIgnoreCase(present.get("id").asText())) {
            throw Problem.invalid("/id", "must stay as it is");
        }
    }

    private static Reference reference(String text) {
        try {
            return Reference.parse(text);
        } catch (IllegalArgumentException neitherIdNorKey) {
            throw Problem.notFound("element", text);
        }
    }

    private static String tag(JsonNode node) {
        return EntityTag.of(node.toString());
    }

    private static <E> RestResponse<E> tagged(RestResponse.ResponseBuilder<E> answer, JsonNode node) {
        return Answers.tagged(answer, tag(node));
    }
}
