package dev.waymark.gapmap.imports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.gapmap.GapMapFixture;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportTest {

    private static final String MAPPING = """
            {"provider": "who", "date": "day", "needs": {"speed": "key:need-0", "calm": "key:need-1"},
             "outcome": "again", "missing": {"speed": ["0"], "calm": ["0"]}}""";

    /** Own 5 4 3, one 1 2 of speed; 0 and blank are no ratings of calm, but 0 is an answer to "again". */
    private static final String CSV = """
            day,who,speed,calm,again,remark
            2026-01-05,own,5,4,1,
            2026-01-06,own,4.0,0.0,1,"two
            lines"
            2026-02-07,own,3,,0,
            2026-02-08,one,1,2,0,
            2026-03-09,one,2,3,0,
            """;

    private GapMapFixture fixture;

    @BeforeEach
    void makeAMap() {
        fixture = GapMapFixture.make();
    }

    @Test
    void whatIsImportedIsInTheScores() {
        fixture.upload(MAPPING, CSV)
                .statusCode(201)
                .header("Location", matchesRegex("http://.*" + fixture.path() + "/imports/[0-9a-f-]{36}"))
                .header("ETag", equalTo("\"1.0\""))
                .body("status", equalTo("COMPLETED"))
                .body("report.rows", equalTo(5))
                .body("report.imported", equalTo(5))
                .body("report.refused", equalTo(0))
                .body("report.missing.calm", equalTo(2));

        // Speed: own 5 4 3 → mean 4, sd 1; one 1 2 → mean 1.5, sd √½.
        fixture.assertFigure(0, "own.n", 3);
        fixture.assertFigure(0, "own.mean", 4);
        fixture.assertFigure(0, "own.sd", 1);
        fixture.assertFigure(0, "own.topBox.share", 2 / 3.0);
        fixture.assertFigure(0, "competitors[0].n", 2);
        fixture.assertFigure(0, "competitors[0].mean", 1.5);
        fixture.assertFigure(0, "competitors[0].sd", Math.sqrt(0.5));
        fixture.assertFigure(0, "competitors[0].comparison.gap", 2.5);
        // r of (5 4 3 1 2) and (1 1 0 0 0): Sxy = 9 − 15·2/5 = 3, Sxx = 10, Syy = 1.2
        fixture.assertFigure(0, "importance.derived.r", 3 / Math.sqrt(12));
        fixture.assertFigure(0, "importance.derived.n", 5);
        fixture.assertFigure(0, "importance.stated", 8);
        // Calm: own 4; one 2 3. Below five responses nothing is judged.
        fixture.assertFigure(1, "own.n", 1);
        fixture.assertFigure(1, "competitors[0].mean", 2.5);
        fixture.scores()
                .body("scores[1].own.sd", nullValue())
                .body("scores.verdict", contains("INSUFFICIENT", "INSUFFICIENT"))
                .body("scores[0].competitors[1].mean", nullValue());
    }

    @Test
    void theSameFileAgainIsNotCountedAgain() {
        String first = fixture.upload(MAPPING, CSV).statusCode(201).extract().path("id");
        fixture.upload(MAPPING, CSV).statusCode(200).body("id", equalTo(first));
        fixture.assertFigure(0, "own.n", 3);
        fixture.workspace()
                .viewer()
                .get("/v1/gap-maps/" + fixture.map() + "/imports/" + first)
                .then()
                .statusCode(200)
                .body("report.imported", equalTo(5));
    }

    @Test
    void anIdempotencyKeyIsGoodForOneFile() {
        fixture.upload(fixture.workspace().editor().header("Idempotency-Key", "monday"), MAPPING, CSV)
                .statusCode(201);
        fixture.upload(fixture.workspace().editor().header("Idempotency-Key", "monday"), MAPPING, CSV)
                .statusCode(200);
        fixture.upload(
                        fixture.workspace().editor().header("Idempotency-Key", "monday"),
                        MAPPING,
                        CSV + "2026-03-09,one,2,3,0,\n")
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        fixture.assertFigure(0, "competitors[0].n", 2);
    }

    @Test
    void aRespondentIsRecognisedAndCorrected() {
        var mapping = MAPPING.replace("{\"provider\"", "{\"respondent\": \"id\", \"provider\"");
        fixture.upload(mapping, "id,day,who,speed,calm,again\nr1,2026-01-05,own,5,4,1\nr2,2026-01-05,own,3,,1\n")
                .statusCode(201)
                .body("report.imported", equalTo(2))
                .body("report.warnings", hasSize(0));
        // r1 the same, r2 adds calm and changes speed, r1 on another day is another response; the later line of r3
        // holds.
        fixture.upload(mapping, """
                        id,day,who,speed,calm,again
                        r1,2026-01-05,own,5,4,1
                        r2,2026-01-05,own,2,1,1
                        r1,2026-02-05,own,4,,
                        r3,2026-02-05,own,1,5,
                        r3,2026-02-05,own,2,,1
                        """)
                .statusCode(201)
                .body("report.unchanged", equalTo(1))
                .body("report.corrected", equalTo(1))
                .body("report.imported", equalTo(2));

        // Speed 5 2 4 2; calm 4 1 5.
        fixture.assertFigure(0, "own.n", 4);
        fixture.assertFigure(0, "own.mean", 13 / 4.0);
        fixture.assertFigure(1, "own.n", 3);
        fixture.assertFigure(1, "own.mean", 10 / 3.0);
        // Calm with outcome 1: r1, r2, r3 all said 1: no variance, no correlation.
        fixture.scores()
                .body("scores[1].importance.derived.n", equalTo(3))
                .body("scores[1].importance.derived.r", nullValue());
        fixture.workspace().viewer().get("/v1/gap-maps/" + fixture.map()).then().body("responses", equalTo(4));
    }

    @Test
    void refusedRowsAreNamedAndTheRestCounts() {
        fixture.upload(MAPPING, """
                        day,who,speed,calm,again
                        2026-01-05,nobody,5,4,1
                        2026-01-05,own,6,4,1
                        2026-01-05,own,3.5,4,1
                        2026-01-05,own,x,4,1
                        2026-01-05,own,5,4,2
                        05.01.2026,own,5,4,1
                        2026-01-05,own,5,4
                        2026-01-05,own,0,,
                        2026-01-05,own,5,4,1
                        """)
                .statusCode(201)
                .body("report.refused", equalTo(7))
                .body("report.refusals.line", contains(2, 3, 4, 5, 6, 7, 8))
                .body("report.refusals[0].column", equalTo("who"))
                .body("report.refusals[1].reason", containsString("not on the scale"))
                .body("report.empty", equalTo(1))
                .body("report.imported", equalTo(1));
        fixture.assertFigure(0, "own.n", 1);
    }

    @Test
    void whatCannotBeUnderstoodChangesNothing() {
        fixture.upload(MAPPING.replace("need-1", "need-9"), CSV)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/needs/calm"));
        fixture.upload(MAPPING.replace("\"who\"", "\"whom\""), CSV)
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/provider"));
        fixture.upload(MAPPING.replace("\"outcome\"", "\"outcom\""), CSV)
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/outcom"));
        fixture.upload(MAPPING, "day,who,speed,calm,again\n\"2026").statusCode(400);
        fixture.upload(MAPPING, "").statusCode(400);
        fixture.upload(fixture.workspace().viewer(), MAPPING, CSV).statusCode(403);
        fixture.workspace()
                .viewer()
                .get("/v1/gap-maps/" + fixture.map())
                .then()
                .body("responses", equalTo(0))
                .body("version", equalTo(1));
    }

    @Test
    void onlyTheRowsAskedForCount() {
        var mapping = MAPPING.replace("{\"provider\"", "{\"where\": {\"again\": \"1\"}, \"provider\"");
        fixture.upload(mapping, CSV)
                .statusCode(201)
                .body("report.filtered", equalTo(3))
                .body("report.imported", equalTo(2));
        fixture.assertFigure(0, "own.mean", 4.5);
    }

    @Test
    void monthsCanBeChosen() {
        fixture.upload(MAPPING, CSV).statusCode(201);
        fixture.workspace()
                .viewer()
                .get("/v1/gap-maps/" + fixture.map() + "/scores?from=2026-02&to=2026-02")
                .then()
                .statusCode(200)
                .body("scores[0].own.n", equalTo(1))
                .body("scores[0].own.mean", equalTo(3.0f))
                .body("scores[0].competitors[0].n", equalTo(1));
        fixture.workspace()
                .viewer()
                .get("/v1/gap-maps/" + fixture.map() + "/scores?from=2026-13")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("from"));
    }

    @Test
    void nobodyTakesAnothersRatingsByBeingNamedLikeItsId() {
        var one = fixture.providers().get("one");
        GapMapFixture.provider(fixture.workspace(), one);

        fixture.upload(MAPPING, "day,who,speed,calm,again\n2026-01-05," + one + ",5,4,1\n")
                .statusCode(201);

        fixture.assertFigure(0, "competitors[0].n", 1);
    }

    @Test
    void aColumnThatNoDatabaseCanNameIsRefused() {
        fixture.upload(MAPPING.replace("\"speed\": \"key", "\"sp\\u0000eed\": \"key"), CSV)
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
    }
}
