package dev.waymark.gapmap.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.gapmap.JourneyNextDoor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HeatmapTest {

    private static final String MAPPING = """
            {"provider": "who", "stage": "stage", "date": "day", "needs": {"speed": "key:need-0", "calm": "key:need-1"}}""";

    /** In search speed is better at one, in booking as good; a row without a stage is in none. */
    private static final String CSV = """
            who,stage,day,speed,calm
            own,search,2026-01-01,1,2
            own,search,2026-01-01,2,2
            own,search,2026-01-01,1,3
            one,search,2026-01-01,4,2
            one,search,2026-01-01,5,3
            one,search,2026-01-01,5,3
            own,booking,2026-02-01,3,
            own,booking,2026-02-01,4,
            own,booking,2026-02-01,5,
            one,booking,2026-02-01,3,
            one,booking,2026-02-01,4,
            one,booking,2026-02-01,5,
            own,,2026-01-01,5,5
            """;

    @Test
    void everyNeedIsScoredInEveryStage() {
        var fixture = GapMapFixture.make("{\"minResponses\": 3, \"parityMargin\": 0.2}");
        var search = arrives(fixture, "search");
        var booking = arrives(fixture, "booking");
        fixture.upload(MAPPING, CSV).statusCode(201);

        var map = heatmap(fixture, "").body("columns", hasSize(2)).extract().jsonPath();
        var first = map.getString("columns[0].id").equals(search.stageId().toString()) ? 0 : 1;
        var speed = "rows[0].cells[" + first + "].";

        assertThat(map.getString("columns[" + (1 - first) + "].id"))
                .isEqualTo(booking.stageId().toString());
        assertThat(map.getDouble("rows[0].importance")).isEqualTo(8);
        close(map, speed + "own.mean", 4 / 3.0);
        close(map, speed + "competitors[0].mean", 14 / 3.0);
        close(map, speed + "valueGap", 8 * 10 / 3.0);
        assertThat(map.getString(speed + "verdict")).isEqualTo("GAP");
        // scipy.stats.ttest_ind([1, 2, 1], [4, 5, 5], equal_var=False).pvalue; false_discovery_control of it with
        // .5185185
        // (calm) and 1 (speed in booking): three comparisons in the whole answer.
        close(map, speed + "competitors[0].comparison.p", 0.0021106458);
        close(map, speed + "competitors[0].comparison.pAdjusted", 0.0063319375);
        assertThat(map.getString("rows[0].cells[" + (1 - first) + "].verdict")).isEqualTo("UNCLEAR");
        close(map, "rows[0].cells[" + (1 - first) + "].competitors[0].comparison.gap", 0);
        assertThat(map.getInt("rows[1].cells[" + (1 - first) + "].own.n")).isZero();
    }

    @Test
    void aStageThatHasLeftItsJourneyHasNoName() {
        var fixture = GapMapFixture.make();
        var search = arrives(fixture, "search");
        fixture.upload(MAPPING, "who,stage,day,speed,calm\nown,search,2026-01-01,1,2\n")
                .statusCode(201);
        heatmap(fixture, "").body("columns.name", contains("Search"));
        heatmap(fixture, "?from=2026-02").body("columns", hasSize(0)).body("rows[0].cells", hasSize(0));

        search.isDeleted(2);
        fixture.awaitAt("context.needs[0].stages.size()", 0);

        heatmap(fixture, "")
                .body("columns.id", contains(equalTo(search.stageId().toString())))
                .body("columns[0].name", nullValue());
    }

    private static JourneyNextDoor arrives(GapMapFixture fixture, String key) {
        var journey = JourneyNextDoor.of(fixture.persona(), key);
        var stages = fixture.read()
                .extract()
                .<List<?>>path("context.needs[0].stages")
                .size();
        journey.tell(1, "created", "[\"" + fixture.persona().needIds().getFirst() + "\"]", false);
        fixture.awaitAt("context.needs[0].stages.size()", stages + 1);
        return journey;
    }

    private static ValidatableResponse heatmap(GapMapFixture fixture, String query) {
        return fixture.workspace()
                .viewer()
                .get(fixture.path() + "/heatmap" + query)
                .then()
                .statusCode(200);
    }

    private static void close(JsonPath map, String path, double expected) {
        assertThat(map.getDouble(path)).as(path).isCloseTo(expected, within(1e-5));
    }
}
