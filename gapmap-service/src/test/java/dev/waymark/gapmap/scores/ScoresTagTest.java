package dev.waymark.gapmap.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.gapmap.OwnerConnection;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scores are read again only when they may have changed, and are those of one moment. */
@QuarkusTest
class ScoresTagTest {

    private static final String MAPPING = """
            {"provider": "who", "respondent": "id", "needs": {"speed": "key:need-0"}, "outcome": "again"}""";

    private GapMapFixture fixture;

    @BeforeEach
    void makeAMapWithRatings() {
        fixture = GapMapFixture.make();
        fixture.upload(MAPPING, "id,who,speed,again\na,own,3,0\nb,own,4,1\nc,one,5,1\n")
                .statusCode(201);
    }

    @Test
    void whatTheCallerHasIsNotSentAgain() {
        var tag = tag();
        fixture.workspace()
                .viewer()
                .header("If-None-Match", tag)
                .get(fixture.path() + "/scores")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(emptyString());
    }

    @Test
    void everyNewFigureHasANewTag() {
        var first = tag();
        fixture.upload(MAPPING, "id,who,speed,again\nd,own,1,0\n").statusCode(201);
        var imported = changed(first);
        fixture.put(fixture.draft().replace("\"settings\": {", "\"settings\": {\"minResponses\": 1,"))
                .statusCode(200);
        var edited = changed(imported);
        fixture.persona().values(2, 4);
        fixture.awaitAt("context.needs[0].importance", 4f);
        var weighed = changed(edited);
        fixture.workspace()
                .editor()
                .body("{\"name\": \"Renamed\", \"kind\": \"COMPETITOR\"}")
                .put("/v1/providers/by-key/one")
                .then()
                .statusCode(200);
        fixture.scores().body("providers[1].name", equalTo("Renamed"));
        changed(weighed);
    }

    @Test
    void aCorrectionThatChangesNoGapHasANewTagToo() {
        var version = fixture.read().extract().<Integer>path("version");
        var before = tag();
        fixture.upload(MAPPING, "id,who,speed,again\na,own,,1\n")
                .statusCode(201)
                .body("report.corrected", equalTo(1));

        fixture.read().body("version", equalTo(version));
        changed(before);
        fixture.scores().body("scores[0].importance.derived.r", equalTo(null));
    }

    @Test
    void countsAndSumsAreThoseOfOneMoment() throws Exception {
        try (var owner = new OwnerConnection()) {
            owner.run("lock table pair_sum in access exclusive mode"); // as if the sums were just to be read
            var scores = owner.until(fixture::scores);
            assertThat(scores).as("waits for the sums").isNotDone();
            owner.run("update frequency set count = 2 * count where gap_map_id = '" + fixture.map() + "'");
            owner.run("update pair_sum set n = 2 * n, sum_x = 2 * sum_x, sum_y = 2 * sum_y, sum_xx = 2 * sum_xx,"
                    + " sum_yy = 2 * sum_yy, sum_xy = 2 * sum_xy where gap_map_id = '" + fixture.map() + "'");
            owner.commit();

            var counted = scores.get().extract().<Integer>path("scores[0].own.n")
                    + scores.get().extract().<Integer>path("scores[0].competitors[0].n");
            scores.get().body("scores[0].importance.derived.n", equalTo(counted));
            assertThat(counted).isEqualTo(6);
        }
    }

    @Test
    void aReportThatTheCallerHasIsNotSentAgain() {
        var posted = fixture.upload(MAPPING, "id,who,speed,again\ne,own,3,0\n")
                .statusCode(201)
                .extract();
        fixture.workspace()
                .viewer()
                .header("If-None-Match", posted.header("ETag"))
                .get(posted.header("Location"))
                .then()
                .statusCode(304)
                .header("ETag", posted.header("ETag"));
        fixture.workspace().viewer().get(posted.header("Location")).then().statusCode(200);
    }

    private String changed(String before) {
        var now = tag();
        assertThat(now).isNotEqualTo(before);
        fixture.workspace()
                .viewer()
                .header("If-None-Match", before)
                .get(fixture.path() + "/scores")
                .then()
                .statusCode(200);
        return now;
    }

    private String tag() {
        return fixture.scores().extract().header("ETag");
    }
}
