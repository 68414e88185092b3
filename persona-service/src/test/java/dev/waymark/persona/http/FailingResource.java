package dev.waymark.persona.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Fails as nobody expects. Exists in tests only. */
@Path("/failures")
@PermitAll
public class FailingResource {

    static final String SECRET = "what only the log may say";

    @GET
    @Operation(hidden = true)
    public String fail() {
        throw new IllegalStateException(SECRET);
    }
}
