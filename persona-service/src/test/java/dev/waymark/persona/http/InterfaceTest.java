package dev.waymark.persona.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients may rely on beside bodies: methods, encodings, and that nothing means something else than it says. */
@QuarkusTest
class InterfaceTest {

    private static final String PERSONAS = "/v1/personas";
    private static final String HEALTH = "/q/health/live?at=once";

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aPathOfAPartNamesItsMethods() {
        workspace
                .editor()
                .body("{}")
                .put(create("{\"name\": \"Somebody\"}") + "/needs")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
    }

    @Test
    void aDocumentIsCompressedAndSaysWhatItVariesBy() {
        var path = create("{\"name\": \"Somebody\", \"description\": \"" + "long ".repeat(1000) + "\"}");

        workspace
                .viewer()
                .header("Accept-Encoding", "gzip")
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Encoding", equalTo("gzip"))
                .header("Vary", equalTo("Origin, Accept-Encoding"));
    }

    @Test
    void anAnswerIsNoPageInNoFrameAndItsAddressIsToldToNobody() {
        for (var path : new String[] {"/v1/personas", "/v1/nothing", "/docs/"}) {
            workspace
                    .viewer()
                    .get(path)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "frame-ancestors 'none'")
                    .header("Referrer-Policy", "no-referrer");
        }
    }

    @Test
    void theKeyOfThePathIsTheKey() {
        workspace
                .editor()
                .body("{\"name\": \"Somebody\", \"externalKey\": \"other\"}")
                .put(PERSONAS + "/by-key/simple")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/externalKey"));
        workspace.viewer().get(PERSONAS + "/by-key/simple").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"+999999999-01-01\"", "\"-0001-01-01\"", "\"yesterday\"", "\"\"", "\"2026-02-30\""})
    void datesAreDatesAndNothingElse(String date) {
        workspace
                .editor()
                .body("{\"name\": \"Somebody\", \"evidence\": [{\"method\": \"SURVEY\", \"date\": " + date + "}]}")
                .post(PERSONAS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/evidence/0/date"));
    }

    @Test
    void aPlaceInTheFeedThatWasNeverGivenIsRefused() {
        workspace.viewer().get("/v1/events?after=1000").then().statusCode(400).body("errors.pointer", hasItem("after"));
    }

    @Test
    void anUnknownParameterIsNamedTogetherWithWhatIsKnown() {
        workspace
                .viewer()
                .queryParam("statsu", "DRAFT")
                .queryParam("Limit", 3)
                .get(PERSONAS)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("detail", equalTo("The request has 2 error(s)."))
                .body("errors.pointer", contains("Limit", "statsu"))
                .body(
                        "errors[1].detail",
                        equalTo("unknown parameter; known are"
                                + " cursor, limit, owner, q, segmentId, sort, status, tag, ticket, view"));
        workspace
                .editor()
                .post(create("{\"name\": \"Somebody\"}") + "/archive?why=old")
                .then()
                .statusCode(400)
                .body("errors[0].detail", equalTo("unknown parameter; none is known here"));
    }

    @Test
    void aParameterIsSaidOnce() {
        workspace
                .viewer()
                .get(PERSONAS + "?status=DRAFT&limit=1&status=PUBLISHED")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("status"))
                .body("errors[0].detail", equalTo("must be given once"));
    }

    @Test
    void whoIsNobodyIsNotToldWhatIsKnown() {
        given().get(PERSONAS + "?statsu=DRAFT").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {PERSONAS + "?&", PERSONAS + "?limit=1&", PERSONAS + "?ticket=none", HEALTH})
    void whatIsNoUnknownParameterIsAnswered(String path) {
        workspace.viewer().get(path).then().statusCode(200);
        workspace.viewer().head(path).then().statusCode(200);
    }

    private String create(String persona) {
        return PERSONAS + "/"
                + workspace
                        .editor()
                        .body(persona)
                        .post(PERSONAS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }
}
