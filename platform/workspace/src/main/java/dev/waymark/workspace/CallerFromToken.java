package dev.waymark.workspace;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Turns the grants of a token into the caller's workspace and roles; without a clear grant there are no roles. */
@ApplicationScoped
class CallerFromToken implements SecurityIdentityAugmentor {

    static final String CALLER = "waymark.caller";
    static final String UNTIL = "waymark.until";

    private final WorkspaceConfig config;

    CallerFromToken(WorkspaceConfig config) {
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity);
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(withoutRoles(identity)); // roles mean nothing without a workspace
        }
        var routing = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        var asked = routing == null ? null : routing.request().getHeader("X-Workspace");
        var grants = Grants.parse(entries(token));
        var augmented = QuarkusSecurityIdentity.builder().setPrincipal(token).addCredentials(identity.getCredentials());
        identity.getAttributes().forEach(augmented::addAttribute);
        // Without a subject nobody could be named in the history.
        grants.choose(asked).filter(granted -> token.getSubject() != null).ifPresent(workspace -> {
            augmented.addAttribute(UNTIL, Instant.ofEpochSecond(token.getExpirationTime()));
            augmented.addAttribute(CALLER, new Caller(workspace, token.getSubject()));
            var role = grants.roles().get(workspace);
            role.included().forEach(included -> augmented.addRole(included.label()));
        });
        return Uni.createFrom().item(augmented.build());
    }

    private static SecurityIdentity withoutRoles(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .build();
    }

    private Collection<String> entries(JsonWebToken token) {
        Object claim = token.getClaim(config.claim());
        return switch (claim) {
            case JsonArray array -> array.getValuesAs(v -> v instanceof JsonString s ? s.getString() : "");
            case Collection<?> values -> values.stream().map(String::valueOf).toList();
            case String one -> List.of(one.split(" "));
            case null, default -> List.of();
        };
    }
}
