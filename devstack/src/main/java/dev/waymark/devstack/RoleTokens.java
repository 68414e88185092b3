package dev.waymark.devstack;

import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * Answers token requests over HTTP: workspace, role and actor are form parameters beside the grant's own; for several
 * workspaces {@code grants} holds {@code workspace:role} entries with spaces between.
 */
record RoleTokens(String issuerId, RoleClaims claims, Duration validity) implements OAuth2TokenCallback {
    @Override
    public String subject(TokenRequest request) {
        return parameter(request, "actor", "developer");
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(claims.audience());
    }

    // The issuer is set too: the library would take it from the Host header, and tell 127.0.0.1 from localhost.
    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        var all = claims.of(
                parameter(request, "workspace", "demo"), parameter(request, "role", "editor"), subject(request));
        var grants = parameter(request, "grants", "");
        if (!grants.isEmpty()) {
            all.put("groups", List.of(grants.split(" ")));
        }
        return all;
    }

    @Override
    public long tokenExpiry() {
        return validity.toSeconds();
    }

    private static String parameter(TokenRequest request, String name, String otherwise) {
        var values = request.getCustomParameter(name);
        return values == null || values.isEmpty() || values.getFirst().isBlank() ? otherwise : values.getFirst();
    }
}
