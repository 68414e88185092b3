package dev.waymark.persona.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
        given().get("/v1/personas").then().statusCode(401);

        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("waymark_outbox_depth"))
                .body(containsString("waymark_outbox_parked"))
                .body(containsString("agroal_awaiting_count{datasource=\"default\"}"))
                .body(containsString("http_server_requests_seconds"));
    }

    @Test
    void whatIsAlertedOnIsMeasured() throws IOException {
        var alerts = Files.readString(Path.of("../deploy/helm/waymark/alerts.yml"));
        // These begin with the first event of a neighbour: DeadLettersTest.
        var later = Set.of("waymark_inbound_poison_total", "kafka_consumer_fetch_manager_records_lag");
        given().get("/v1/personas").then().statusCode(401);
        var measured = given().get("/q/metrics").asString();

        var named = Pattern.compile("\\b(?:waymark|http|agroal|kafka)_[a-z_]+")
                .matcher(alerts)
                .results()
                .map(MatchResult::group)
                .filter(name -> !later.contains(name))
                .distinct();
        assertThat(named).isNotEmpty().allSatisfy(name -> assertThat(measured)
                .containsPattern("(?m)^" + name + "[{ ]"));
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
