package dev.waymark.persona.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.refusals.RawExchange;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody fills the metrics with paths and methods that he makes up. */
@QuarkusTest
class RequestMetricsTest {

    /** More than Quarkus has place for. */
    private static final int MANY = 120;

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void whateverIsAskedIsCountedUnderAFewNames() {
        for (var i = 0; i < MANY; i++) {
            raw("GET /v1/made-up-" + i + ";a=b");
            raw("GET /v1/personas/made-up-" + i + "%zz");
            raw("GET /made-up/" + i + "/");
            raw("MADEUP" + i + " /v1/personas/made-up-" + i);
            raw("MADEUP" + i + " /made-up-" + i);
            raw("POST /v1/personas/made-up-" + i);
            raw("OPTIONS /v1/personas/made-up-" + i);
        }
        workspace.viewer().get("/v1/segments/by-key/nobody").then().statusCode(404);
        workspace.read("/v1/segments");

        assertThat(counted())
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("made-up") || line.contains("MADEUP"))
                .anyMatch(line -> line.contains("uri=\"REFUSED\""))
                .anyMatch(line -> line.contains("method=\"OTHER\""))
                .anyMatch(line -> line.contains("uri=\"/v1/personas/{id}\"") && line.contains("status=\"405\""))
                .anyMatch(line -> line.contains("uri=\"/v1/segments\"") && line.contains("status=\"200\""));
    }

    private static Stream<String> counted() {
        return given().get("/q/metrics").asString().lines().filter(line -> line.startsWith("http_server_requests"));
    }

    private static void raw(String line) {
        var answer = RawExchange.send(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isBetween(204, 499);
    }
}
