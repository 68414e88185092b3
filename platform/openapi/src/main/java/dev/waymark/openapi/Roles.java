package dev.waymark.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** Says which role an operation wants. Quarkus finds that by itself on methods that a resource does not inherit. */
final class Roles {

    private static final String SCHEME = "token";

    private Roles() {}

    /** Viewers read, editors change, administrators delete documents. */
    static void declare(String path, HttpMethod method, Operation operation) {
        if (operation.getSecurity() == null && path.startsWith("/v1/")) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(SCHEME, List.of(role(path, method))));
        }
    }

    private static String role(String path, HttpMethod method) {
        if (method == HttpMethod.GET) {
            return "viewer";
        }
        return method == HttpMethod.DELETE && path.endsWith("/{id}") ? "admin" : "editor";
    }
}
