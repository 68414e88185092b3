package dev.waymark.gapmap.imports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.gapmap.GapMapFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What respondents are asked beside ratings, in long and in wide files, and what the methods make of it. */
@QuarkusTest
class SurveyImportTest {

    private static final String LONG = """
            {"provider": "who", "respondent": "id", "item": "item", "kind": "kind", "value": "value"}""";
    private static final String SETTINGS = """
            {"minResponses": 2, "importanceSource": "SURVEYED", "importanceScale": {"min": 1, "max": 7, "step": 1},
             "outcome": {"name": "again", "min": 0, "max": 1},
             "dimensions": {"Speed": {"needs": ["key:need-0", "key:gone"]}}}""";

    /** Two people on two providers; what is asked of none has no provider. */
    private static final String LONG_CSV = """
            id,who,item,kind,value
            r1,own,need-0,RATING,3
            r1,own,key:need-1,,5
            r1,one,need-0,rating,5
            r1,one,,OUTCOME,1
            r1,,need-0,IMPORTANCE,7
            r1,,need-0,EXPECTED,4
            r1,,need-0,KANO_F,LIKE
            r1,,need-0,KANO_D,5
            r2,own,need-0,RATING,2
            r2,own,,OUTCOME,0
            r2,one,need-0,RATING,5
            r2,,need-0,IMPORTANCE,4
            r2,,need-0,EXPECTED,5
            r2,,need-0,KANO_F,neutral
            r2,,need-0,KANO_D,dislike
            """;

    private GapMapFixture fixture;

    @BeforeEach
    void makeAMap() {
        fixture = GapMapFixture.make(SETTINGS);
    }

    @Test
    void aLongFileIsReadItemByItem() {
        fixture.upload(LONG, LONG_CSV)
                .statusCode(201)
                .body("report.rows", equalTo(15))
                .body("report.imported", equalTo(6)) // two people on two providers and on none
                .body("report.refused", equalTo(0))
                .body("report.warnings", hasSize(0));

        assertSurvey();
        fixture.assertFigure(1, "own.mean", 5);
        fixture.assertFigure(0, "competitors[0].mean", 5);
        fixture.scores("?method=CSAT").body("outcomes.n", contains(1, 1, 0));
        fixture.upload(LONG, LONG_CSV.replace("r1,own,need-0,RATING,3", "r1,own,need-0,RATING,4"))
                .statusCode(201)
                .body("report.imported", equalTo(0))
                .body("report.corrected", equalTo(1))
                .body("report.unchanged", equalTo(5));
        fixture.assertFigure(0, "own.mean", 3);
    }

    @Test
    void aWideFileHasAColumnPerQuestion() {
        fixture.upload("""
                        {"provider": "who", "respondent": "id", "outcome": "again", "needs": {"n": "key:need-0"},
                         "importance": {"i": "key:need-0"}, "expected": {"e": "key:need-0"},
                         "kanoFunctional": {"f": "key:need-0"}, "kanoDysfunctional": {"d": "key:need-0"}}""", """
                        id;who;n;i;e;f;d;again
                        r1;own;3;7;4;1;5;
                        r2;own;2;4;5;3;5;0
                        """)
                .statusCode(201)
                .body("report.imported", equalTo(4))
                .body("report.warnings", hasSize(0));

        assertSurvey();
    }

    private void assertSurvey() {
        fixture.assertFigure(0, "own.mean", 2.5);
        fixture.assertFigure(0, "importance.surveyed.n", 2);
        fixture.assertFigure(0, "importance.value", 7.5); // 5.5 on 1 to 7
        fixture.assertFigure(0, "expected.mean", 4.5);
        fixture.assertFigure(1, "expected.n", 0);
        fixture.scores("?method=SERVQUAL")
                .body("methodScores[0].score", equalTo(2f))
                .body("methodScores[1].score", nullValue())
                .body("serviceQuality.score", equalTo(-2f))
                .body("serviceQuality.dimensions[0].name", equalTo("Speed"))
                .body("serviceQuality.dimensions[0].needs", equalTo(1));
        fixture.scores("?method=KANO")
                .body("scores[0].kano.oneDimensional", equalTo(1))
                .body("scores[0].kano.mustBe", equalTo(1))
                .body("methodScores[0].kano.category", equalTo("MUST_BE"))
                .body("methodScores[0].kano.better", equalTo(0.5f))
                .body("methodScores[0].score", equalTo(1f));
    }

    @Test
    void whatIsListedAndCorrectedHasAllOfIt() {
        fixture.upload(LONG, LONG_CSV).statusCode(201);
        var need = fixture.persona().needIds().getFirst().toString();
        var own = get("/ratings?provider=" + fixture.providers().get("own"))
                .body("items", hasSize(2))
                .extract()
                .<Integer>path("items[0].id");
        var asked = get("/ratings")
                .body("items", hasSize(6))
                .extract()
                .<Integer>path("items.find { it.importance && it.importance.'" + need + "' == 7 }.id");
        get("/ratings/" + asked)
                .body("providerId", nullValue())
                .body("ratings.size()", equalTo(0))
                .body("expected.'" + need + "'", equalTo(4))
                .body("kanoFunctional.'" + need + "'", equalTo(1))
                .body("kanoDysfunctional.'" + need + "'", equalTo(5));

        refusedPut(asked, "/importance/" + need, "{\"importance\": {\"%s\": 8}}", need);
        refusedPut(asked, "/ratings", "{\"ratings\": {\"%s\": 3}}", need);
        refusedPut(asked, "/outcome", "{\"expected\": {\"%s\": 3}, \"outcome\": 1}", need);
        refusedPut(own, "/importance", "{\"importance\": {\"%s\": 3}}", need);
        put(asked, """
                {"importance": {"%1$s": 1}, "kanoFunctional": {"%1$s": 5}, "kanoDysfunctional": {"%1$s": 1}}""".formatted(need)).statusCode(200).body("expected", nullValue());

        fixture.assertFigure(0, "importance.surveyed.value", 10 * 1.5 / 6); // 1 and 4
        fixture.assertFigure(0, "expected.mean", 5);
        fixture.assertFigure(0, "kano.oneDimensional", 0);
        fixture.assertFigure(0, "kano.reverse", 1);
        fixture.erase(fixture.workspace().admin(), "r2").statusCode(200);
        fixture.assertFigure(0, "kano.mustBe", 0);
    }

    private void refusedPut(int response, String pointer, String said, String need) {
        put(response, said.formatted(need)).statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    /** Rows of a wide file repeat for each provider what was asked of none: it counts once for each respondent. */
    @Test
    void whoSaysItWithEachProviderCountsOnce() {
        var mapping = """
                {"provider": "who", "respondent": "id", "needs": {"n": "key:need-0"}, "importance": {"i": "key:need-0"}}""";
        fixture.upload(mapping, "id,who,n,i\nr1,own,3,7\nr1,one,4,7\nr1,two,5,7\nr2,one,4,1\n")
                .statusCode(201)
                .body("report.imported", equalTo(6))
                .body("report.warnings", hasSize(0));

        fixture.assertFigure(0, "importance.surveyed.n", 2);
        fixture.assertFigure(0, "importance.value", 5);
    }

    /** A code of ratings is an answer elsewhere. */
    @Test
    void missingCodesOfTheMapAreThoseOfRatings() {
        fixture = GapMapFixture.make("""
                {"missing": ["0"], "minResponses": 1, "importanceScale": {"min": 0, "max": 10, "step": 1}}""");
        fixture.upload(LONG.replace("}", ", \"missing\": {\"need-0 IMPORTANCE\": [\"9\"]}}"), """
                        id,who,item,kind,value
                        r1,own,need-0,RATING,0
                        r1,,need-0,IMPORTANCE,0
                        r2,,need-0,IMPORTANCE,9
                        """)
                .statusCode(201)
                .body("report.empty", equalTo(2))
                .body("report.missing.'need-0'", equalTo(1))
                .body("report.missing.'need-0 IMPORTANCE'", equalTo(1));
        fixture.assertFigure(0, "importance.surveyed.value", 0);
    }

    @Test
    void oddRowsOfALongFileAreRefusedByTheirReason() {
        fixture.upload(LONG, """
                        id,who,item,kind,value
                        r1,own,need-0,OPINION,3
                        r1,own,nothing,RATING,3
                        r1,,need-0,RATING,3
                        r1,,need-0,IMPORTANCE,8
                        r1,,need-0,KANO_F,perhaps
                        r1,own,need-0,RATING,
                        r2,own,need-0,RATING,1
                        r2,own,need-0,RATING,2
                        r2,own,need-1,RATING,2
                        ,own,need-1,RATING,2
                        """)
                .statusCode(201)
                .body("report.refusals.column", contains("kind", "item", "who", "value", "value", "id"))
                .body("report.refusals.line", contains(2, 3, 4, 5, 6, 11))
                .body("report.refusals[0].reason", containsString("is none of RATING"))
                .body("report.refusals[3].reason", containsString("is not on the scale"))
                .body("report.empty", equalTo(1))
                .body("report.missing.'need-0'", equalTo(1))
                .body("report.imported", equalTo(1))
                .body("report.warnings.code", contains("REPEATED_RESPONDENTS", "OUTSIDE_SCALE"))
                .body("report.warnings[0].detail", containsString("1 rows"));
        fixture.assertFigure(0, "own.mean", 2);
    }

    @Test
    void aMappingIsThatOfOneKindOfFile() {
        var wide = "{\"provider\": \"who\", \"needs\": {\"n\": \"key:need-0\"}";
        refused("{\"provider\": \"who\"}", "/needs");
        refused("{\"provider\": \"who\", \"item\": \"n\", \"respondent\": \"who\"}", "/value");
        refused(wide + ", \"item\": \"n\", \"value\": \"v\", \"respondent\": \"who\"}", "/needs");
        refused("{\"provider\": \"who\", \"item\": \"n\", \"value\": \"v\"}", "/respondent");
        refused(LONG.replace("}", ", \"items\": {\"a\": \"key:need-0\", \"b\": \"key:need-0\"}}"), "/items/b");
        refused(wide + ", \"expected\": {\"n\": \"key:need-0\"}}", "/expected/n");
        fixture.upload(wide.replace("need-0", "need-9") + "}", "who,n\nown,1\n").statusCode(422);
        fixture.read().body("responses", equalTo(0));
    }

    private void refused(String mapping, String pointer) {
        fixture.upload(mapping, "who,n,v\nown,1,1\n").statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void theScaleOfImportanceStaysOnceThereAreAnswers() {
        fixture.upload(LONG, LONG_CSV).statusCode(201);
        fixture.put(fixture.draft()
                        .replace(
                                "\"outcome\"",
                                "\"importanceScale\": {\"min\": 0, \"max\": 7, \"step\": 1}, \"outcome\""))
                .statusCode(409);
    }

    @Test
    void dimensionsMustDiffer() {
        var draft = fixture.draft().replace("\"outcome\"", "\"dimensions\": %s, \"outcome\"");
        for (var wrong : new String[] {
            "{\"A\": {\"needs\": [\"key:x\"]}, \"B\": {\"needs\": [\"key:x\"]}}",
            "{\"A\": {\"needs\": []}}",
            "{\"A\": null}",
            "{\"A\": {\"needs\": [\"key:x\"], \"weight\": -1}}"
        }) {
            fixture.put(draft.formatted(wrong)).statusCode(400);
        }
    }

    private ValidatableResponse get(String path) {
        return fixture.workspace().viewer().get(fixture.path() + path).then();
    }

    private ValidatableResponse put(int response, String said) {
        return fixture.workspace()
                .editor()
                .header("If-Match", "*")
                .body(said)
                .put(fixture.path() + "/ratings/" + response)
                .then();
    }
}
