package dev.waymark.persona.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.waymark.testing.OddToken;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every kind of refusal: all have one shape, whichever layer refuses. */
@QuarkusTest
class ProblemsTest {

    private static final TestWorkspace WORKSPACE = TestWorkspace.fresh();
    private static final String PERSONAS = "/v1/personas";
    private static final String NOBODY = PERSONAS + "/" + UUID.randomUUID();
    private static final String SOMEBODY = "{\"name\": \"Somebody\"}";

    static Stream<Arguments> ofWhatIsAskedFor() {
        return Stream.of(
                refusal("an unknown path", 404, "not-found", () -> viewer().get("/v1/nothing")),
                refusal("an unknown path outside the API", 404, "not-found", () -> viewer().get("/nothing")),
                refusal("an unknown path below a resource", 404, "not-found", () -> viewer().get(NOBODY + "/x")),
                refusal("an unknown id", 404, "not-found", () -> viewer().get(NOBODY)),
                refusal("an id that is none", 404, "not-found", () -> viewer().get(PERSONAS + "/17")),
                refusal("a NUL in the path", 400, "invalid-request", () -> raw().get(PERSONAS + "/by-key/a%00b")),
                refusal("a NUL in the query", 400, "invalid-request", () -> raw().get(PERSONAS + "?q=%00")),
                refusal("an unknown key", 404, "not-found", () -> viewer().get(PERSONAS + "/by-key/none")),
                refusal("a wrong method", 405, "method-not-allowed", () -> admin().delete(PERSONAS)),
                refusal("nothing acceptable", 406, "not-acceptable", () -> viewer().accept("image/png")
                        .get(PERSONAS)),
                refusal("another media type", 415, "unsupported-media-type", () -> given().auth()
                        .oauth2(WORKSPACE.token("editor"))
                        .contentType("text/csv")
                        .body("name")
                        .post(PERSONAS)));
    }

    static Stream<Arguments> ofWhoAsks() {
        return Stream.of(
                refusal("no token", 401, "unauthorized", () -> given().get(PERSONAS)),
                refusal("garbage for a token", 401, "unauthorized", () -> given().auth()
                        .oauth2("garbage")
                        .get(PERSONAS)),
                refusal("an expired token", 401, "unauthorized", () -> OddToken.EXPIRED
                        .asks()
                        .get(PERSONAS)),
                refusal("another audience", 401, "unauthorized", () -> OddToken.WRONG_AUDIENCE
                        .asks()
                        .get(PERSONAS)),
                refusal("no grant", 403, "forbidden", () -> OddToken.NO_GRANT
                        .asks()
                        .get(PERSONAS)),
                refusal("unclear workspace", 403, "forbidden", () -> OddToken.TWO_WORKSPACES
                        .asks()
                        .get(PERSONAS)),
                refusal("another's workspace", 403, "forbidden", () -> viewer().header("X-Workspace", "other")
                        .get(PERSONAS)),
                refusal("a viewer writes", 403, "forbidden", () -> viewer().body(SOMEBODY)
                        .post(PERSONAS)),
                refusal("an editor deletes", 403, "forbidden", () -> editor().header("If-Match", "*")
                        .delete(NOBODY)));
    }

    static Stream<Arguments> ofWhatIsThere() {
        return Stream.of(
                refusal("no precondition", 428, "precondition-required", () -> admin().delete(existing())),
                refusal("a stale version", 412, "stale-version", () -> admin().header("If-Match", "\"9.0\"")
                        .delete(existing())),
                refusal("a taken key", 409, "duplicate-key", ProblemsTest::takenKey),
                refusal("an unmet state", 409, "conflict", () -> editor().post(existing() + "/publish")),
                refusal("a document too large", 413, "too-large", () -> editor().body(document("€"))
                        .post(PERSONAS)),
                refusal("a body over 1 MiB", 413, "too-large", () -> editor().body(padded(1200))
                        .post(PERSONAS)),
                refusal("a body over 1 MiB in a list", 413, "too-large", () -> editor().body(
                                "{\"name\": \"a\", \"needs\": [{\"statement\": \"" + "x".repeat(1_200_000) + "\"}]}")
                        .post(PERSONAS)),
                refusal("a body over the server's limit", 413, "too-large", () -> editor().body(padded(3000))
                        .post(PERSONAS)));
    }

    static Stream<Arguments> places() {
        return Stream.of(
                place("malformed JSON", "{\"name\": ", "/name"),
                place("no body at all", "", ""),
                place("null", "null", ""),
                place("trailing garbage", "{\"name\": \"a\"} {}", ""),
                place("a doubled key", "{\"name\": \"a\", \"name\": \"b\"}", "/name"),
                place("a bomb", "[".repeat(1_000), ""),
                place("a deep bomb", "{\"name\": " + "[".repeat(500) + "]".repeat(500) + "}", "/name"),
                place("a list for an object", "[]", ""),
                place("an object for text", "{\"name\": {}}", "/name"),
                place("a number for text", "{\"name\": 7}", "/name"),
                place(
                        "text for a number",
                        "{\"name\": \"a\", \"needs\": [" + need("\"8\"") + "]}",
                        "/needs/0/importance"),
                place("an unknown property", "{\"name\": \"a\", \"nmae\": \"b\"}", "/nmae"),
                place("an unknown property of an element", "{\"name\": \"a\", \"needs\": [{\"x\": 1}]}", "/needs/0/x"),
                place("an unknown kind", "{\"name\": \"a\", \"needs\": [{\"kind\": \"OTHER\"}]}", "/needs/0/kind"),
                place("a kind by number", "{\"name\": \"a\", \"needs\": [{\"kind\": 1}]}", "/needs/0/kind"),
                place("an id that is none", "{\"name\": \"a\", \"needs\": [{\"id\": \"1\"}]}", "/needs/0/id"),
                place("NUL", "{\"name\": \"a\\u0000b\"}", "/name"),
                place("half a character", "{\"name\": \"a\\ud800b\"}", "/name"),
                place("a blank name", "{\"name\": \" \"}", "/name"),
                place(
                        "too much importance",
                        "{\"name\": \"a\", \"needs\": [" + need("11") + "]}",
                        "/needs/0/importance"),
                place("no element", "{\"name\": \"a\", \"needs\": [null]}", "/needs/0"));
    }

    static Stream<Arguments> parameters() {
        return Stream.of(
                Arguments.of("limit", "0"),
                Arguments.of("limit", "101"),
                Arguments.of("limit", "many"),
                Arguments.of("cursor", "garbage"),
                Arguments.of("cursor", cursor("1\n/v1/journeys\n" + UUID.randomUUID())),
                Arguments.of("cursor", cursor("1\n/v1/personas\nno id")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"ofWhatIsAskedFor", "ofWhoAsks", "ofWhatIsThere"})
    void isAProblem(String what, int status, String type, Supplier<Response> request) {
        var body = problem(request.get(), status);

        assertThat(body.getString("type")).isEqualTo("/problems/" + type);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void aBadBodyIsPointedAt(String what, String body, String pointer) {
        var problem = problem(editor().body(body).post(PERSONAS), 400);

        assertThat(problem.getString("type")).isEqualTo("/problems/invalid-request");
        assertThat(problem.getList("errors.pointer", String.class)).contains(pointer);
        assertThat(problem.getString("errors.detail")).doesNotContain("java.", "dev.waymark");
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource("parameters")
    void aBadParameterIsNamed(String name, String value) {
        var problem = problem(viewer().queryParam(name, value).get(PERSONAS), 400);

        assertThat(problem.getString("errors[0].pointer")).isEqualTo(name);
    }

    @Test
    void aKeyTooLongIsNamed() {
        var problem = problem(editor().body(SOMEBODY).put(PERSONAS + "/by-key/" + "k".repeat(201)), 400);

        assertThat(problem.getString("errors[0].pointer")).isEqualTo("externalKey");
    }

    @Test
    void aChunkedBodyIsNoWayAroundTheLimits() throws Exception {
        for (var kibibytes : new int[] {1200, 3000}) {
            var answer = ChunkedPost.persona(WORKSPACE.token("editor"), padded(kibibytes));

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void whoIsRefusedForHisTokenIsToldWhichOneIsWanted() {
        given().get(PERSONAS).then().header("WWW-Authenticate", equalTo("Bearer"));
        OddToken.EXPIRED.asks().get(PERSONAS).then().header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void aTokenForSeveralWorkspacesIsGoodForTheOneItNames() {
        OddToken.TWO_WORKSPACES
                .asks()
                .header("X-Workspace", "odd-two")
                .get(PERSONAS)
                .then()
                .statusCode(200);
    }

    @Test
    void whatNobodyExpectedHasAnIncidentAndNoTrace() {
        var response = given().get("/failures");

        var problem = problem(response, 500);
        assertThat(problem.getString("detail")).matches("Incident [0-9a-f-]{36}");
        assertThat(response.asString()).doesNotContain(FailingResource.SECRET, "Exception", ".java");
    }

    private static io.restassured.path.json.JsonPath problem(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        var body = response.jsonPath();
        assertThat(body.getInt("status")).isEqualTo(status);
        assertThat(body.getString("title")).isNotBlank();
        assertThat(body.getString("type")).startsWith("/problems/");
        assertThat(body.getString("instance")).startsWith("/");
        return body;
    }

    private static Arguments refusal(String what, int status, String type, Supplier<Response> request) {
        return Arguments.of(what, status, type, request);
    }

    private static Arguments place(String what, String body, String pointer) {
        return Arguments.of(what, body, pointer);
    }

    private static RequestSpecification viewer() {
        return WORKSPACE.viewer();
    }

    private static RequestSpecification raw() {
        return WORKSPACE.viewer().urlEncodingEnabled(false);
    }

    private static RequestSpecification editor() {
        return WORKSPACE.editor();
    }

    private static RequestSpecification admin() {
        return WORKSPACE.admin();
    }

    private static String existing() {
        return editor().body(SOMEBODY)
                .post(PERSONAS)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static Response takenKey() {
        var body = "{\"name\": \"Somebody\", \"externalKey\": \"k-" + UUID.randomUUID() + "\"}";
        editor().body(body).post(PERSONAS).then().statusCode(201);
        return editor().body(body).post(PERSONAS);
    }

    /** A valid persona with 199 needs of 1000 letters each. */
    private static String document(String letter) {
        var needs = IntStream.range(0, 199)
                .mapToObj(i -> "{\"statement\": \"" + letter.repeat(1000) + "\", \"kind\": \"SOCIAL\"}")
                .collect(Collectors.joining(","));
        return "{\"name\": \"heavy\", \"needs\": [" + needs + "]}";
    }

    /** A persona of no weight in a body of so many KiB. */
    private static String padded(int kibibytes) {
        return "{" + " ".repeat(kibibytes * 1024) + "\"name\": \"light\"}";
    }

    private static String need(String importance) {
        return "{\"statement\": \"s\", \"kind\": \"SOCIAL\", \"importance\": " + importance + "}";
    }

    private static String cursor(String plain) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
