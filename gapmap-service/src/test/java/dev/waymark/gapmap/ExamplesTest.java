package dev.waymark.gapmap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.waymark.conformance.AnswerExamples;
import dev.waymark.testing.Contracts;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the API description shows can be sent just so, to a workspace that knows the neighbours' examples, and is answered just so. */
@QuarkusTest
class ExamplesTest {

    private static final String MAPPING = """
            {"provider": "who", "date": "day", "needs": {"wifi": "key:wifi"}, "missing": {"wifi": ["0"]}}""";
    private static final String RATINGS = """
            day,who,wifi
            2026-01-05,blue-line,4
            2026-01-06,blue-line,5
            2026-01-06,blue-line,3
            2026-01-07,blue-line,0
            2026-01-07,harbour-air,2
            2026-01-08,harbour-air,3
            2026-01-08,harbour-air,6
            """;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final AnswerExamples answers = new AnswerExamples("gapmap-service", workspace);

    @Test
    void areTakenAndAnswered() throws IOException {
        tell("waymark.personas", "persona-service", "persona.created.v1");
        tell("waymark.journeys", "journey-service", "journey.created.v1");
        var own = "{\"name\": \"Blue Line\", \"kind\": \"OWN\"}";
        workspace
                .editor()
                .body(own)
                .put("/v1/providers/by-key/blue-line")
                .then()
                .statusCode(201);

        var provider = "/v1/providers/"
                + send("providers").then().statusCode(201).extract().path("id");
        var map = example("gap-maps");

        // As long as the service has not heard of the journey, it refuses its key.
        var created = await().atMost(Duration.ofMinutes(1))
                .until(() -> workspace.editor().body(map).post("/v1/gap-maps"), answer -> answer.statusCode() == 201)
                .then()
                .body("externalKey", equalTo("lounges-business"))
                .body("context.journey.id", equalTo(id("journey-service", "journey.created.v1")));
        var gapMap = "/v1/gap-maps/" + created.extract().path("id");

        answers.get("Provider", provider);
        answers.get("PageProviderSummary", "/v1/providers");
        answers.get("PagePrice", provider + "/prices");
        answers.get("Price", provider + "/prices/key:spring");
        answers.get("GapMap", gapMap);
        answers.get("PageGapMapSummary", "/v1/gap-maps");
        answers.takeWhatAllHave(gapMap, "/v1/gap-maps");
        answers.take("RatingImport", upload(gapMap));
        answers.get("Scores", gapMap + "/scores");
        answers.areReviewed();
    }

    private Response upload(String gapMap) {
        return workspace
                .editor()
                .contentType(ContentType.MULTIPART)
                .multiPart("mapping", MAPPING, "application/json")
                .multiPart("file", "ratings.csv", RATINGS.getBytes(UTF_8), "text/csv")
                .post(gapMap + "/imports");
    }

    private void tell(String topic, String service, String event) {
        new TestTopic(topic)
                .publish(
                        workspace.name(),
                        UUID.fromString(id(service, event)),
                        1,
                        event,
                        Contracts.example(service, event));
    }

    private static String id(String service, String event) {
        return JsonPath.from(Contracts.example(service, event)).getString("id");
    }

    private Response send(String collection) throws IOException {
        return workspace.editor().body(example(collection)).post("/v1/" + collection);
    }

    private static String example(String collection) throws IOException {
        var file = "META-INF/examples/" + collection + ".json";
        try (var example = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return new String(example.readAllBytes(), UTF_8);
        }
    }
}
