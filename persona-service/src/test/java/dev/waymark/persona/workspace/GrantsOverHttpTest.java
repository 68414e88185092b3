package dev.waymark.persona.workspace;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.waymark.http.Problem;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token lets its bearer do, in which workspace, and how a refusal looks. */
@QuarkusTest
class GrantsOverHttpTest {

    @ConfigProperty(name = "WAYMARK_ISSUER")
    String issuer;

    private final String first = TestWorkspace.fresh().name();
    private final String second = TestWorkspace.fresh().name();

    @Test
    void headerSaysWhichOfSeveralWorkspaces() {
        var both = token(first + ":viewer " + second + ":editor");

        create(with(both).header("X-Workspace", second)).statusCode(201);
        forbidden(create(with(both).header("X-Workspace", first)));

        with(both).header("X-Workspace", second).get("/v1/personas").then().body("items", hasSize(1));
        with(both).header("X-Workspace", first).get("/v1/personas").then().body("items", hasSize(0));
    }

    @Test
    void severalWorkspacesWithoutTheHeaderAreForbidden() {
        forbidden(with(token(first + ":viewer " + second + ":admin"))
                .get("/v1/personas")
                .then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"another", "", "Robert'); drop table persona;--"})
    void workspaceThatIsNotGrantedIsForbidden(String asked) {
        forbidden(with(token(first + ":admin"))
                .header("X-Workspace", asked)
                .get("/v1/personas")
                .then());
    }

    @Test
    void tokenWithoutAGrantIsForbidden() {
        forbidden(with(token("offline_access")).get("/v1/personas").then());
    }

    @Test
    void strongestRoleOfAWorkspaceCounts() {
        create(with(token(first + ":viewer " + first + ":editor"))).statusCode(201);
    }

    @Test
    void withoutATokenIsUnauthorized() {
        unauthorized(given().get("/v1/personas").then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9."})
    void tokenOfNobodyIsUnauthorized(String token) {
        unauthorized(with(token).get("/v1/personas").then());
    }

    private static ValidatableResponse create(RequestSpecification caller) {
        return caller.contentType(ContentType.JSON)
                .body("{\"name\": \"Somebody\"}")
                .post("/v1/personas")
                .then();
    }

    private static void forbidden(ValidatableResponse answer) {
        answer.statusCode(403)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", equalTo(403))
                .body("title", equalTo("Forbidden"))
                .body("instance", equalTo("/v1/personas"));
    }

    private static void unauthorized(ValidatableResponse answer) {
        answer.statusCode(401)
                .contentType(Problem.MEDIA_TYPE)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("status", equalTo(401))
                .body("instance", equalTo("/v1/personas"));
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }

    private String token(String grants) {
        return given().port(URI.create(issuer).getPort())
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "tests")
                .formParam("client_secret", "tests")
                .formParam("grants", grants)
                .formParam("actor", "somebody")
                .post(issuer + "/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
