package dev.waymark.gapmap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.waymark.conformance.AnswerExamples;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
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
    void areTakenAndAnswered() {
        Examples.tellOfNeighbours(workspace);
        workspace.put("/v1/providers/by-key/blue-line", "{\"name\": \"Blue Line\", \"kind\": \"OWN\"}");
        var provider = "/v1/providers/" + workspace.put("/v1/providers/by-key/harbour-air", Examples.PROVIDER);
        // As long as the service has not heard of the journey, it refuses its key.
        var created = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> workspace.editor().body(Examples.GAP_MAP).post("/v1/gap-maps"),
                        answer -> answer.statusCode() == 201)
                .then()
                .body("externalKey", equalTo("lounges-business"))
                .body("context.journey.id", equalTo(Examples.journeyId()));
        var gapMap = "/v1/gap-maps/" + created.extract().path("id");

        answers.get("Provider", provider);
        answers.get("PageProviderSummary", "/v1/providers");
        answers.get("PagePrice", provider + "/prices");
        answers.get("Price", provider + "/prices/key:spring");
        answers.get("GapMap", gapMap);
        answers.get("PageGapMapSummary", "/v1/gap-maps");
        answers.takeWhatAllHave(gapMap, "/v1/gap-maps");
        takeRatings(gapMap);
        answers.areReviewed();
    }

    private void takeRatings(String gapMap) {
        answers.take("RatingImport", upload(gapMap));
        answers.get("PageImportView", gapMap + "/imports");
        answers.get("PageResponseView", gapMap + "/ratings");
        int response = workspace.viewer().get(gapMap + "/ratings").path("items[0].id");
        answers.get("Response", gapMap + "/ratings/" + response);
        answers.get("Scores", gapMap + "/scores");
        answers.get("GapMapTrend", gapMap + "/trend?since=2026-02");
        answers.get("Priorities", gapMap + "/priorities");
        answers.get("Heatmap", gapMap + "/heatmap");
        answers.get("Portfolio", "/v1/portfolio");
        answers.take(
                "Erasure",
                workspace
                        .admin()
                        .urlEncodingEnabled(false)
                        .body("{\"respondent\": \"card-4711\"}")
                        .post("/v1/respondents:erase"));
    }

    private Response upload(String gapMap) {
        return workspace
                .editor()
                .contentType(ContentType.MULTIPART)
                .multiPart("mapping", MAPPING, "application/json")
                .multiPart("file", "ratings.csv", RATINGS.getBytes(UTF_8), "text/csv")
                .post(gapMap + "/imports");
    }
}
