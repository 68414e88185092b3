package dev.waymark.workspace;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Instant;

/**
 * Who is asking, and for which workspace. Everything read or written belongs to that workspace.
 *
 * @param actor the token's subject, or {@code service:<name>} for what a service does by itself
 */
public record Caller(String workspace, String actor) {

    /** The identity under which events of other services are taken in. */
    public static Caller service(String workspace, String name) {
        return new Caller(workspace, "service:" + name);
    }

    /**
     * The identity of this caller if he has proved who he is otherwise than by a bearer token.
     *
     * @param until when it ends that he may ask
     */
    public SecurityIdentity identity(Role role, Instant until) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(actor))
                .addAttribute(CallerFromToken.CALLER, this)
                .addAttribute(CallerFromToken.UNTIL, until);
        role.included().forEach(included -> identity.addRole(included.label()));
        return identity.build();
    }
}
