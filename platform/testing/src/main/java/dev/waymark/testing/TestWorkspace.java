package dev.waymark.testing;

import static io.restassured.RestAssured.given;

import dev.waymark.devstack.TokenIssuer;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** A workspace of one test's own, so that tests cannot meet. */
public record TestWorkspace(String name) {

    public static TestWorkspace fresh() {
        return new TestWorkspace("t-" + UUID.randomUUID());
    }

    public RequestSpecification viewer() {
        return as("viewer");
    }

    public RequestSpecification editor() {
        return as("editor");
    }

    public RequestSpecification admin() {
        return as("admin");
    }

    /** What is found at a path, which may have a query, encoded already. */
    public ValidatableResponse read(String path) {
        return viewer().urlEncodingEnabled(false).get(path).then().statusCode(200);
    }

    /** Changes by a JSON merge patch whatever version there is. */
    public ValidatableResponse patch(String path, String patch) {
        return editor().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(path)
                .then();
    }

    private RequestSpecification as(String role) {
        return with(token(role));
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A bearer token of the local issuer. */
    public String token(String role) {
        var issuer = ConfigProvider.getConfig().getValue("WAYMARK_ISSUER", String.class);
        return given().baseUri(issuer)
                .port(java.net.URI.create(issuer).getPort())
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "tests")
                .formParam("client_secret", "tests")
                .formParam("workspace", name)
                .formParam("role", role)
                .formParam("actor", role + "@" + name)
                .post(issuer + "/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** Tokens nobody should come far with, and one that is good for two workspaces. */
    public enum OddToken {
        EXPIRED,
        WRONG_AUDIENCE,
        NO_GRANT,
        /** Grants {@code odd-one} and {@code odd-two}. */
        TWO_WORKSPACES;

        public RequestSpecification asks() {
            return with(ConfigProvider.getConfig().getValue(setting(), String.class));
        }

        String setting() {
            return "waymark.test.token." + name().toLowerCase(Locale.ROOT);
        }

        static Map<OddToken, String> all(TokenIssuer issuer) {
            var tokens = new EnumMap<OddToken, String>(OddToken.class);
            for (var token : values()) {
                var expiry = token == EXPIRED ? Duration.ofHours(-1) : Duration.ofHours(1);
                tokens.put(token, issuer.token(token.claims(), expiry));
            }
            return tokens;
        }

        private Map<String, Object> claims() {
            return switch (this) {
                case EXPIRED -> Map.of("sub", "odd", "groups", List.of("odd-one:admin"));
                case WRONG_AUDIENCE ->
                    Map.of("sub", "odd", "groups", List.of("odd-one:admin"), "aud", List.of("other"));
                case NO_GRANT -> Map.of("sub", "odd", "groups", List.of("some-group"));
                case TWO_WORKSPACES -> Map.of("sub", "odd", "groups", List.of("odd-one:admin", "odd-two:admin"));
            };
        }
    }
}
