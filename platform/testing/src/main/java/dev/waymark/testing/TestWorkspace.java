package dev.waymark.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
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

    /** Makes what has not been there, at a path that ends with its key: its id. */
    public String put(String path, String body) {
        return editor().body(body).put(path).then().statusCode(201).extract().path("id");
    }

    /** Changes by a JSON merge patch whatever version there is. */
    public ValidatableResponse patch(String path, String patch) {
        return editor().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(path)
                .then();
    }

    /** Somebody of that role: {@code viewer}, {@code editor} or {@code admin}. */
    public RequestSpecification as(String role) {
        return with(token(role));
    }

    static RequestSpecification with(String token) {
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
}
