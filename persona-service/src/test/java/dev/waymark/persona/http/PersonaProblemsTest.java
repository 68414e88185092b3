package dev.waymark.persona.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.waymark.testing.OddToken;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals that only personas know, and what a refused caller is told beside the problem. */
@QuarkusTest
class PersonaProblemsTest {

    private static final TestWorkspace WORKSPACE = TestWorkspace.fresh();
    private static final String PERSONAS = "/v1/personas";
    private static final String SOMEBODY = "{\"name\": \"Somebody\"}";

    static Stream<Arguments> places() {
        return Stream.of(
                place(
                        "text for a number",
                        "{\"name\": \"a\", \"needs\": [" + need("\"8\"") + "]}",
                        "/needs/0/importance"),
                place("an unknown property of an element", "{\"name\": \"a\", \"needs\": [{\"x\": 1}]}", "/needs/0/x"),
                place("an unknown kind", "{\"name\": \"a\", \"needs\": [{\"kind\": \"OTHER\"}]}", "/needs/0/kind"),
                place("a kind by number", "{\"name\": \"a\", \"needs\": [{\"kind\": 1}]}", "/needs/0/kind"),
                place("an id that is none", "{\"name\": \"a\", \"needs\": [{\"id\": \"1\"}]}", "/needs/0/id"),
                place(
                        "too much importance",
                        "{\"name\": \"a\", \"needs\": [" + need("11") + "]}",
                        "/needs/0/importance"),
                place("no element", "{\"name\": \"a\", \"needs\": [null]}", "/needs/0"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void aBadBodyIsPointedAt(String what, String body, String pointer) {
        var problem = problem(editor().body(body).post(PERSONAS), 400);

        assertThat(problem.getString("type")).isEqualTo("/problems/invalid-request");
        assertThat(problem.getList("errors.pointer", String.class)).contains(pointer);
        assertThat(problem.getString("errors.detail")).doesNotContain("java.", "dev.waymark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish", "restore"})
    void anUnmetStateIsAConflict(String move) {
        var problem = problem(editor().post(existing() + "/" + move), 409);

        assertThat(problem.getString("type")).isEqualTo("/problems/conflict");
    }

    @Test
    void aDocumentTooLargeIsRefusedWhateverItsBodyTakes() {
        var problem = problem(editor().body(document("€")).post(PERSONAS), 413);

        assertThat(problem.getString("type")).isEqualTo("/problems/too-large");
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

    private static Arguments place(String what, String body, String pointer) {
        return Arguments.of(what, body, pointer);
    }

    private static RequestSpecification editor() {
        return WORKSPACE.editor();
    }

    private static String existing() {
        return editor().body(SOMEBODY)
                .post(PERSONAS)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
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
}
