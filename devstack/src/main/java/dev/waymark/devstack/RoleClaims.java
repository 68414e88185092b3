package dev.waymark.devstack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The claims by which the services know who is asking, for which workspace and with which role. */
record RoleClaims(String issuer, String audience) {
    Map<String, Object> always() {
        return Map.of("iss", issuer, "aud", List.of(audience));
    }

    Map<String, Object> of(String workspace, String role, String actor) {
        var claims = new HashMap<>(always());
        claims.put("sub", actor);
        claims.put("preferred_username", actor);
        claims.put("groups", List.of(workspace + ":" + role));
        return claims;
    }
}
