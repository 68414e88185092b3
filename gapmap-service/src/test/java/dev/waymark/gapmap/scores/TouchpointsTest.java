package dev.waymark.gapmap.scores;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.gapmap.JourneyNextDoor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is rated at a touchpoint counts for its stage as well, also after both have left their journey. */
@QuarkusTest
class TouchpointsTest {

    private static final String MAPPING = """
            {"provider": "who", "respondent": "id", "stage": "stage", "touchpoint": "tp", "needs": {"n": "key:need-0"},
             "expected": {"e": "key:need-0"}}""";

    private GapMapFixture fixture;
    private JourneyNextDoor journey;
    private JourneyNextDoor other;
    private ValidatableResponse imported;
    private int tries;

    @BeforeEach
    void rateTwoJourneys() {
        fixture = GapMapFixture.make();
        journey = JourneyNextDoor.of(fixture.persona(), "search");
        other = JourneyNextDoor.of(fixture.persona(), "booking");
        var needs = "[\"" + fixture.persona().needIds().getFirst() + "\"]";
        journey.tell(1, "created", needs, true);
        other.tell(1, "created", needs, true);
        fixture.awaitAt("context.needs[0].stages.size()", 2);
        imported = fixture.upload(MAPPING, """
                id,who,stage,tp,n,e
                r1,own,search,,1,4
                r1,own,search,search-map,5,
                r2,own,,search-map,4,5
                r2,own,booking,,2,
                r3,own,booking,search-map,3,
                r3,own,,nowhere,3,
                """);
    }

    @Test
    void aRowNamesAStageOrATouchpointOfIt() {
        imported.statusCode(201)
                .body("report.imported", equalTo(6))
                .body("report.refusals.column", contains("tp", "tp"))
                .body("report.refusals[0].reason", containsString("is not in that stage"));
        var seatMap = journey.touchpointId().toString();
        get("/ratings")
                .body("items.stageId.unique()", hasSize(2))
                .body("items.touchpointId.findAll { it != null }", equalTo(List.of(seatMap, seatMap, seatMap)));
    }

    @Test
    void aStageHasTheRatingsOfItsTouchpoints() {
        var search = "?stage=" + journey.stageId();
        var seatMap = "?touchpoint=" + journey.touchpointId();
        fixture.assertFigure(search, 0, "own.mean", 10 / 3.0);
        fixture.assertFigure(search, 0, "expected.mean", 4.5);
        fixture.assertFigure(seatMap, 0, "own.mean", 4.5);
        fixture.assertFigure(seatMap, 0, "expected.mean", 5);
        fixture.scores("?touchpoint=" + other.touchpointId()).body("scores[0].own.n", equalTo(0));
        get("/trend" + seatMap).body("touchpointId", equalTo(seatMap.substring(12)));

        journey.isDeleted(2);
        fixture.awaitAt("context.needs[0].stages.size()", 1);

        fixture.assertFigure(search, 0, "own.mean", 10 / 3.0);
        fixture.assertFigure(seatMap, 0, "own.mean", 4.5);
    }

    /** Nothing is rated anew, but of another stage. */
    @Test
    void aTouchpointThatHasMovedTakesItsRatingsAlongAndTheTagTells() {
        var scores = "/scores?stage=" + journey.stageId();
        var tag = get(scores).extract().header("ETag");
        journey.tell(2, "updated", "[]", false);
        other.takes(2, journey);
        var again = "id,who,stage,tp,n,e\nr1,own,booking,search-map,5,\n";
        await().atMost(GapMapFixture.SOON).untilAsserted(() -> fixture.upload(
                        fixture.workspace().editor().header("Idempotency-Key", "try " + tries++), MAPPING, again)
                .body("report.unchanged", equalTo(1)));

        fixture.workspace()
                .viewer()
                .header("If-None-Match", tag)
                .get(fixture.path() + scores)
                .then()
                .statusCode(200)
                .body("scores[0].own.mean", equalTo(1f));
        fixture.assertFigure("?stage=" + other.stageId(), 0, "own.mean", 11 / 3.0); // 5 4 2
    }

    @Test
    void theHeatmapIsOfEither() {
        var seatMap = journey.touchpointId().toString();
        get("/heatmap?by=TOUCHPOINT")
                .body("columns.name", contains("Seat map"))
                .body("columns[0].stageId", equalTo(journey.stageId().toString()))
                .body("rows[0].cells[0].own.mean", equalTo(4.5f))
                .body("rows[0].cells[0].expected.mean", equalTo(5f));
        get("/heatmap").body("by", equalTo("STAGE")).body("columns.name", contains("Search", "Search"));
        get("/heatmap?by=PLACE").statusCode(400);

        journey.isDeleted(2);
        fixture.awaitAt("context.needs[0].stages.size()", 1);

        get("/heatmap?by=TOUCHPOINT").body("columns[0].name", nullValue()).body("columns[0].id", equalTo(seatMap));
    }

    @Test
    void whatThereIsNotIsRefused() {
        get("/scores?touchpoint=" + journey.touchpointId() + "&stage=" + journey.stageId())
                .statusCode(400);
        get("/scores?touchpoint=" + fixture.map()).statusCode(422);
    }

    private ValidatableResponse get(String path) {
        return fixture.workspace().viewer().get(fixture.path() + path).then();
    }
}
