package dev.waymark.persona.retries;

import dev.waymark.retries.Retries;
import dev.waymark.retries.RetryKey;
import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** A resource as real ones are: it declares the type of its answer. Exists in tests only. */
@Path("/test-notes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.EDIT)
public class NotesResource {

    private final Retries retries;
    private final Notes notes;

    NotesResource(Retries retries, Notes notes) {
        this.retries = retries;
        this.notes = notes;
    }

    public record Draft(String text) {}

    public record Note(UUID id, String text, Instant at) {}

    @POST
    @Operation(hidden = true)
    public RestResponse<Note> create(@HeaderParam(RetryKey.HEADER) String key, Draft draft, UriInfo uri) {
        return retries.once(RetryKey.post(key, uri), draft, () -> {
            var note = add(draft);
            var place = uri.getAbsolutePathBuilder().path(note.id().toString()).build();
            return RestResponse.ResponseBuilder.<Note>created(place)
                    .header("ETag", "\"1.0\"")
                    .header("Cache-Control", "private, no-cache")
                    .entity(note)
                    .build();
        });
    }

    @POST
    @Path("/batch")
    @Operation(hidden = true)
    public RestResponse<List<Note>> list(@HeaderParam(RetryKey.HEADER) String key, Draft draft, UriInfo uri) {
        return retries.once(RetryKey.post(key, uri), draft, () -> RestResponse.ok(List.of(add(draft), add(draft))));
    }

    private Note add(Draft draft) {
        return new Note(notes.add(), draft.text(), Instant.now());
    }
}
