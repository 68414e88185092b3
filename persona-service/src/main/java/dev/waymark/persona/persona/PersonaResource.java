package dev.waymark.persona.persona;

import dev.waymark.document.Answers;
import dev.waymark.document.Preconditions;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Page;
import dev.waymark.http.PageRequest;
import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Personas over HTTP. */
@Path(PersonaResource.PATH)
@Tag(name = "Personas", description = "Who the customers are and what they need")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.VIEW)
public class PersonaResource {

    static final String PATH = "/v1/personas";

    private final PersonaService personas;

    PersonaResource(PersonaService personas) {
        this.personas = personas;
    }

    @GET
    @Operation(operationId = "listPersonas", summary = "List personas, oldest first")
    public RestResponse<Page<PersonaSummary>> list(
            @QueryParam("limit") @DefaultValue("25") int limit, @QueryParam("cursor") String cursor, UriInfo uri) {
        return personas.list(PageRequest.of(PATH, limit, cursor)).response(uri);
    }

    @POST
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "createPersona", summary = "Create a persona")
    @APIResponseSchema(value = PersonaView.class, responseCode = "201", responseDescription = "Created")
    public RestResponse<PersonaView> create(@NotNull @Valid PersonaDraft draft, UriInfo uri) {
        var persona = personas.create(draft);
        return Answers.created(persona, PersonaView.of(persona), uri, PATH);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPersona", summary = "Read a persona")
    public RestResponse<PersonaView> get(UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        var persona = personas.get(id);
        return Answers.ok(persona, PersonaView.of(persona), ifNoneMatch);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "replacePersona", summary = "Replace a persona")
    public RestResponse<PersonaView> replace(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PersonaDraft draft) {
        var persona = personas.replace(id, IfMatch.required(ifMatch), draft);
        return Answers.ok(persona, PersonaView.of(persona));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.ADMINISTER)
    @Operation(operationId = "deletePersona", summary = "Delete a persona")
    public void delete(UUID id, @HeaderParam("If-Match") String ifMatch) {
        personas.delete(id, IfMatch.required(ifMatch));
    }

    @GET
    @Path("/by-key/{externalKey}")
    @Operation(operationId = "getPersonaByKey", summary = "Read a persona by its external key")
    public RestResponse<PersonaView> getByKey(
            @Size(min = 1, max = 200) String externalKey, @HeaderParam("If-None-Match") String ifNoneMatch) {
        var persona = personas.getByKey(externalKey);
        return Answers.ok(persona, PersonaView.of(persona), ifNoneMatch);
    }

    @PUT
    @Path("/by-key/{externalKey}")
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "putPersonaByKey", summary = "Create or replace the persona with an external key")
    @APIResponse(responseCode = "200", description = "Replaced, or left as it was if the body says the same")
    @APIResponse(responseCode = "201", description = "Created")
    public RestResponse<PersonaView> putByKey(
            @Size(min = 1, max = 200) String externalKey,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @NotNull @Valid PersonaDraft draft,
            UriInfo uri) {
        var put = personas.put(externalKey, new Preconditions(ifMatch, ifNoneMatch), draft.withKey(externalKey));
        return Answers.put(put, PersonaView.of(put.document()), uri, PATH);
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "publishPersona", summary = "Publish a persona")
    public RestResponse<PersonaView> publish(UUID id, @HeaderParam("If-Match") String ifMatch) {
        var persona = personas.publish(id, IfMatch.optional(ifMatch));
        return Answers.ok(persona, PersonaView.of(persona));
    }

    @POST
    @Path("/{id}/archive")
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "archivePersona", summary = "Archive a persona: it can no longer be edited")
    public RestResponse<PersonaView> archive(UUID id, @HeaderParam("If-Match") String ifMatch) {
        var persona = personas.archive(id, IfMatch.optional(ifMatch));
        return Answers.ok(persona, PersonaView.of(persona));
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "restorePersona", summary = "Make a draft of an archived persona")
    public RestResponse<PersonaView> restore(UUID id, @HeaderParam("If-Match") String ifMatch) {
        var persona = personas.restore(id, IfMatch.optional(ifMatch));
        return Answers.ok(persona, PersonaView.of(persona));
    }
}
