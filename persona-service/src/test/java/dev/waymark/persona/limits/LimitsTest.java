package dev.waymark.persona.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an instance takes on, and what a workspace may ask of it. */
@QuarkusTest
@TestProfile(TightLimits.class)
class LimitsTest {

    /** Long enough for a machine that has much else to do. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final String PERSONAS = "/v1/personas";
    private static final String POLICY = "\"workspace\";q=5;w=3600";

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final String token = workspace.token("editor");

    @Test
    void everyAnswerSaysWhatIsLeft() {
        for (int left = TightLimits.REQUESTS - 1; left >= 0; left--) {
            ask().get(PERSONAS)
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", equalTo(POLICY))
                    .header("RateLimit", matchesRegex("\"workspace\";r=" + left + ";t=[1-9][0-9]*"));
        }
    }

    @Test
    void beyondItTheWorkspaceIsRefusedAndNothingChanges() {
        for (int i = 0; i < TightLimits.REQUESTS; i++) {
            ask().get(PERSONAS).then().statusCode(200);
        }

        var refused = ask().body("{\"name\": \"One too many\"}").post(PERSONAS);

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-many-requests"))
                .header("RateLimit-Policy", equalTo(POLICY))
                .header("RateLimit", matchesRegex("\"workspace\";r=0;t=3[56][0-9][0-9]"));
        // A fifth of an hour until the next one.
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(600, 720);
        TestWorkspace.fresh().viewer().get(PERSONAS).then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void whoIsNobodyTakesNothingFromAnybody() {
        for (int i = 0; i < 2 * TightLimits.REQUESTS; i++) {
            given().get(PERSONAS).then().statusCode(401).header("RateLimit", nullValue());
        }
        ask().get(PERSONAS).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/metrics", "/openapi", "/docs"})
    void whatIsNoResourceIsNotLimited(String path) {
        for (int i = 0; i < 2 * TightLimits.REQUESTS; i++) {
            given().auth().oauth2(token).get(path).then().statusCode(200).header("RateLimit", nullValue());
        }
    }

    @Test
    void whatIsTooMuchAtOnceIsRefusedBeforeAnybodyIsAuthenticated() throws IOException {
        var hanging = new ArrayList<Socket>();
        for (int i = 0; i < TightLimits.CONCURRENT; i++) {
            hanging.add(unfinished());
        }
        await().atMost(SOON).untilAsserted(() -> given().auth()
                .oauth2("garbage")
                .get(PERSONAS)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .body("type", equalTo("/problems/unavailable")));
        requireItIsSoForAll();

        hanging.removeLast().close();
        // There would be room for one; but after that crowd, only as many are let in for a while as can be worked on.
        await().during(Duration.ofSeconds(3))
                .atMost(SOON)
                .until(() -> given().get(PERSONAS).statusCode() == 503);

        for (var socket : hanging) {
            socket.close();
        }
        await().atMost(SOON).untilAsserted(() -> given().get(PERSONAS).then().statusCode(401));
    }

    /** Pages can read it; streams and what is no resource are let in. */
    private static void requireItIsSoForAll() {
        given().header("Origin", TightLimits.ORIGIN)
                .get(PERSONAS)
                .then()
                .statusCode(503)
                .header("Access-Control-Allow-Origin", equalTo(TightLimits.ORIGIN));
        preflight(TightLimits.ORIGIN).then().statusCode(200);
        given().accept("text/event-stream").get("/v1/events").then().statusCode(401);
        given().accept("text/event-stream, application/json")
                .get(PERSONAS)
                .then()
                .statusCode(503);
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void anotherOriginThatIsListedMayReadAndWrite() {
        var preflight = preflight(TightLimits.ORIGIN);

        preflight.then().statusCode(200).header("Access-Control-Allow-Origin", equalTo(TightLimits.ORIGIN));
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PATCH", "PUT", "DELETE");
        assertThat(preflight.header("Access-Control-Allow-Headers").split(" *, *"))
                .contains(
                        "Authorization",
                        "Content-Type",
                        "If-Match",
                        "If-None-Match",
                        "Idempotency-Key",
                        "Last-Event-ID",
                        "X-Workspace");
        var answer = ask().header("Origin", TightLimits.ORIGIN).get(PERSONAS);
        answer.then().statusCode(200).header("Access-Control-Allow-Origin", equalTo(TightLimits.ORIGIN));
        assertThat(answer.header("Access-Control-Expose-Headers").split(" *, *"))
                .contains("ETag", "Link", "Location", "Retry-After", "RateLimit", "RateLimit-Policy");
    }

    @Test
    void anOriginThatIsNotListedIsToldNothing() {
        for (var answer : List.of(
                preflight("https://elsewhere.example"),
                ask().header("Origin", "https://elsewhere.example").get(PERSONAS))) {
            answer.then().statusCode(403).body("type", equalTo("/problems/forbidden"));
            assertThat(answer.headers().asList()).noneMatch(h -> h.getName().startsWith("Access-Control-Allow"));
        }
    }

    private static io.restassured.response.Response preflight(String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "Authorization, Content-Type, If-Match")
                .options(PERSONAS);
    }

    private io.restassured.specification.RequestSpecification ask() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** A request whose body never comes. */
    private Socket unfinished() throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        var head = "POST " + PERSONAS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
