package dev.waymark.persona.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever runs or explores the service finds, without a token. */
@QuarkusTest
class OperationsTest {

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void itSaysHowItIs(String question) {
        given().get("/q/health/" + question).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void itIsMeasured() {
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("waymark_outbox_depth"))
                .body(containsString("waymark_outbox_parked"))
                .body(containsString("http_server_requests_seconds"));
    }

    @Test
    void itCanBeTriedInABrowser() {
        given().get("/docs").then().statusCode(200).contentType("text/html").body(containsString("/openapi"));
    }

    @Test
    void itDescribesItselfInOpenApi31() {
        given().accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"));
    }

    @Test
    void everyOperationIsDescribedWithAllItsProblems() {
        var paths = given().accept("application/json")
                .get("/openapi")
                .jsonPath()
                .<String, Map<String, Map<String, Object>>>getMap("paths");

        assertThat(paths.values().stream().flatMap(path -> path.values().stream()))
                .isNotEmpty()
                .allSatisfy(operation -> {
                    assertThat(operation).containsKeys("operationId", "summary", "tags", "responses");
                    var responses = (Map<?, ?>) operation.get("responses");
                    assertThat(responses.keySet().stream().map(String::valueOf))
                            .containsAll(List.of("400", "401", "403", "500", "503"));
                    assertThat(responses.values()).allMatch(OperationsTest::isDescribed);
                });
    }

    private static boolean isDescribed(Object response) {
        var properties = (Map<?, ?>) response;
        return properties.containsKey("$ref") || properties.containsKey("description");
    }
}
