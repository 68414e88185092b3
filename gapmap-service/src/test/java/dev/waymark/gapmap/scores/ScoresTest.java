package dev.waymark.gapmap.scores;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.gapmap.JourneyNextDoor;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scores over HTTP, of sets small enough to be computed by hand. */
@QuarkusTest
class ScoresTest {

    /** Six responses each. Need 4 lacks two of the own ones, need 5 was never asked for. */
    private static final String SIX_EACH = """
            who,n0,n1,n2,n3,n4
            own,2,4,3,1,5
            own,2,4,3,2,5
            own,2,4,3,3,5
            own,3,5,4,4,5
            own,3,5,4,5,
            own,3,5,4,3,
            one,4,2,3,2,3
            one,4,2,3,3,3
            one,4,2,3,4,3
            one,5,3,4,5,3
            one,5,3,4,5,3
            one,5,3,4,5,3
            """;

    @Test
    void everyVerdictHasItsReason() {
        var fixture = sixEach();

        fixture.scores()
                .body("scores.verdict", contains("GAP", "EXCEL", "PARITY", "UNCLEAR", "INSUFFICIENT", "INSUFFICIENT"))
                .body(
                        "scores.needId",
                        contains(fixture.persona().needIds().stream()
                                .map(Object::toString)
                                .toArray()))
                .body(
                        "scores.burnsClass",
                        contains(
                                // the mean importance is (8+7+6+5+4+3)/6 = 5.5, the midpoint 3
                                "COMPETITIVE_DISADVANTAGE",
                                "COMPETITIVE_ADVANTAGE",
                                "HEAD_TO_HEAD",
                                "FALSE_COMPETITION",
                                null,
                                null))
                .body("scores[0].bestCompetitorId", equalTo(fixture.providers().get("one")))
                .body("settings.parityMargin", equalTo(1f))
                .body("crosshair.importance", equalTo(5.5f))
                .body("crosshair.performance", equalTo(3f));
    }

    @Test
    void figuresAreThoseComputedByHand() {
        var fixture = sixEach();

        // Need 0: own 2 2 2 3 3 3, one 4 4 4 5 5 5: means 2.5 and 4.5, both variances 6·0.25/5 = 0.3, so the standard
        // error of the difference is √(0.3/6 + 0.3/6) = √0.1, t = −2/√0.1, and with equal variances df = 5 + 5.
        fixture.assertFigure(0, "own.mean", 2.5);
        fixture.assertFigure(0, "own.sd", Math.sqrt(0.3));
        fixture.assertFigure(0, "own.standardError", Math.sqrt(0.05));
        fixture.assertFigure(0, "competitors[0].comparison.gap", -2);
        fixture.assertFigure(0, "competitors[0].comparison.t", -2 / Math.sqrt(0.1));
        fixture.assertFigure(0, "competitors[0].comparison.df", 10);
        // The 97.5 % point of t(10) is 2.228139.
        fixture.assertFigure(0, "competitors[0].comparison.ci.low", -2 - 2.228139 * Math.sqrt(0.1));
        fixture.assertFigure(0, "valueGap", 8 * (4.5 - 2.5));
        fixture.assertFigure(1, "valueGap", 7 * (2.5 - 4.5));
        // Need 2: the same on both sides, ± 2.228139 · √0.1 = ± 0.7046, within ± 1.
        fixture.assertFigure(2, "competitors[0].comparison.ci.high", 2.228139 * Math.sqrt(0.1));
        // Need 3: variances 10/5 = 2 and 8/5 = 1.6, standard error √(3.6/6), t = −1/√0.6;
        // df = 0.6² / ((2/6)²/5 + (1.6/6)²/5) = 9.878049; the interval −1 ± 1.7288 is neither off 0 nor within ± 1.
        fixture.assertFigure(3, "competitors[0].comparison.t", -1 / Math.sqrt(0.6));
        fixture.assertFigure(3, "competitors[0].comparison.df", 9.878049);
        fixture.assertFigure(3, "competitors[0].comparison.ci.high", 0.7288015);
        // Need 4: four own ratings are too few; the figures are shown all the same.
        fixture.assertFigure(4, "own.n", 4);
        fixture.assertFigure(4, "competitors[0].comparison.gap", 2);
    }

    @Test
    void significanceIsThatOfTheWholeAnswer() {
        var fixture = sixEach();

        // Four comparisons have enough on both sides: p = a, a, 0.2260998, 1 with a = 0.0000863022 (t = 6.324555, 10
        // df).
        // Benjamini–Hochberg: min(4a/1, 4a/2) = 2a twice, 4·0.2260998/3 = 0.3014664, and 1.
        fixture.assertFigure(0, "competitors[0].comparison.p", 0.0000863022);
        fixture.assertFigure(0, "competitors[0].comparison.pAdjusted", 2 * 0.0000863022);
        fixture.assertFigure(1, "competitors[0].comparison.pAdjusted", 2 * 0.0000863022);
        fixture.assertFigure(2, "competitors[0].comparison.pAdjusted", 1);
        fixture.assertFigure(3, "competitors[0].comparison.p", 0.2260998);
        fixture.assertFigure(3, "competitors[0].comparison.pAdjusted", 0.3014664);
        fixture.scores().body("scores[4].competitors[0].comparison.pAdjusted", nullValue());
    }

    /** Importances 8 7 6 5 4 3; own means 2.5 4.5 3.5 3 5 and none, those of the only competitor 4.5 2.5 3.5 4 3 and none. */
    @Test
    void eachMethodScoresTheSameFigures() {
        var fixture = sixEach();

        fixture.scores("?method=PGCV")
                .body("method", equalTo("PGCV"))
                .body("methodScores.score", contains(20f, 3.5f, 9f, 10f, 0f, null))
                .body("methodScores.rank", contains(1, 4, 3, 2, 5, null))
                .body("scores[0].valueGap", equalTo(16f));
        fixture.scores("?method=IPA")
                .body(
                        "methodScores.quadrant",
                        contains(
                                "CONCENTRATE_HERE",
                                "KEEP_UP_THE_GOOD_WORK",
                                "KEEP_UP_THE_GOOD_WORK",
                                "POSSIBLE_OVERKILL",
                                "POSSIBLE_OVERKILL",
                                null));
        fixture.scores("?method=ODI")
                .body("methodScores[0].score", equalTo(16f))
                .body("methodScores[0].opportunity", equalTo(true))
                .body("methodScores[1].score", equalTo(7f))
                .body("methodScores[1].opportunity", equalTo(false));
    }

    @Test
    void theMethodsOfOneAnswerAreCompared() {
        var fixture = sixEach();

        var quality = 100 * (8 * 2.5 / 4.5 + 7 * 4.5 / 2.5 + 6 + 5 * 0.75 + 4 * 5 / 3.0) / 30;
        fixture.scores("?method=CVA")
                .body("quality.score.toDouble()", closeTo(quality, 1e-4))
                .body("methodScores[5].quality", nullValue());
        fixture.scores()
                .body("method", equalTo("GAP"))
                .body("methodScores.score", contains(16f, -14f, 0f, 5f, -8f, null))
                .body("quality", nullValue())
                .body("agreement.size()", equalTo(10))
                .body("agreement.findAll { it.needs == 5 }.size()", equalTo(10));
    }

    @Test
    void anUnratedNeedIsShownWithoutFigures() {
        var fixture = GapMapFixture.make("{}", 6);

        fixture.scores()
                .body("scores.size()", equalTo(6))
                .body("scores[5].own.n", equalTo(0))
                .body("scores[5].own.mean", nullValue())
                .body("scores[5].own.topBox", nullValue())
                .body("scores[5].importance.stated", equalTo(3f))
                .body("scores[5].verdict", equalTo("INSUFFICIENT"));
    }

    @Test
    void importanceCanBeDerivedFromAnOutcomeWhereZeroIsAnAnswer() {
        var fixture = GapMapFixture.make("""
                {"importanceSource": "DERIVED", "missing": ["0"], "outcome": {"name": "again", "min": 0, "max": 1}}""", 3);
        fixture.upload(mapping(3, ", \"outcome\": \"again\""), """
                        who,n0,n1,n2,again
                        own,5,1,0,1
                        one,4,2,,1
                        two,2,4,0,0
                        own,1,5,3,0
                        one,3,3,4,0
                        """)
                .statusCode(201)
                .body("report.missing.n2", equalTo(3))
                .body("report.missing.again", nullValue());

        // n0 5 4 2 1 3 and again 1 1 0 0 0: Sxy = 9 − 15·2/5 = 3, Sxx = 55 − 45 = 10, Syy = 2 − 4/5 = 1.2.
        fixture.assertFigure(0, "importance.derived.r", 3 / Math.sqrt(12));
        fixture.assertFigure(0, "importance.derived.n", 5);
        fixture.assertFigure(0, "importance.value", 10);
        // n1 = 6 − n0, so r turns round, and what goes against the outcome matters 0.
        fixture.assertFigure(1, "importance.derived.r", -3 / Math.sqrt(12));
        fixture.assertFigure(1, "importance.value", 0);
        // n2 is known of two responses with the same outcome: there is nothing to go with.
        fixture.assertFigure(2, "importance.derived.n", 2);
        fixture.scores()
                .body("scores[2].importance.derived.r", nullValue())
                .body("scores[2].importance.value", nullValue())
                .body("scores[2].warnings.code", hasItem("IMPORTANCE_UNKNOWN"))
                .body("scores.importance.source", contains("DERIVED", "DERIVED", "DERIVED"))
                .body("scores.importance.stated", equalTo(List.of(8f, 7f, 6f)));
    }

    @Test
    void surveyedImportanceThatNobodyWasAskedForIsNotKnown() {
        var fixture = GapMapFixture.make("{\"importanceSource\": \"SURVEYED\"}", 1);
        fixture.upload(mapping(1, ""), SIX_EACH).statusCode(201);

        fixture.scores()
                .body("settings.importanceSource", equalTo("SURVEYED"))
                .body("scores[0].verdict", equalTo("GAP"))
                .body("scores[0].importance.stated", equalTo(8f))
                .body("scores[0].importance.value", nullValue())
                .body("scores[0].valueGap", nullValue())
                .body("scores[0].warnings.code", contains("IMPORTANCE_UNKNOWN"))
                .body("warnings.code", contains("SURVEYED_IMPORTANCE_UNKNOWN"))
                .body(
                        "warnings.message",
                        contains("No respondent has said how important a need is, so no importance is known:"
                                + " no value gap and no class either."));
    }

    @Test
    void monthsAndStagesSliceTheSameRatings() {
        var fixture = GapMapFixture.make();
        var journey = journeyWithAStage(fixture);
        fixture.upload(mapping(1, ", \"date\": \"day\", \"stage\": \"stage\", \"outcome\": \"again\""), """
                        who,n0,day,stage,again
                        own,1,2026-01-31,,0
                        own,2,2026-02-01,search,0
                        own,4,2026-02-28,%s,1
                        own,5,2026-03-01,search,1
                        own,3,,,
                        own,3,2026-02-01,nowhere,1
                        """.formatted(
                                journey.stageId()))
                .statusCode(201)
                .body("report.imported", equalTo(5))
                .body("report.refusals.column", contains("stage"));
        var stage = "stage=" + journey.stageId();

        fixture.assertFigure("", 0, "own.mean", 3);
        fixture.assertFigure("?from=2026-02", 0, "own.n", 3);
        fixture.assertFigure("?to=2026-02", 0, "own.mean", 7 / 3.0);
        fixture.assertFigure("?from=2026-02&to=2026-02", 0, "own.mean", 3);
        fixture.assertFigure("?" + stage, 0, "own.mean", 11 / 3.0);
        fixture.assertFigure("?to=2026-02&" + stage, 0, "own.n", 2);
        fixture.assertFigure("?to=2026-02&" + stage, 0, "importance.derived.n", 2);
        fixture.assertFigure("?from=2026-04", 0, "own.n", 0);
        fixture.scores("?from=2026-02&" + stage)
                .body("stageId", equalTo(journey.stageId().toString()))
                .body("from", equalTo("2026-02"))
                .body("to", nullValue());
    }

    @Test
    void aStageKeyOfTwoJourneysNamesNeither() {
        var fixture = GapMapFixture.make();
        for (int i = 1; i <= 2; i++) {
            JourneyNextDoor.of(fixture.persona(), "search")
                    .tell(1, "created", "[\"" + fixture.persona().needIds().getFirst() + "\"]", false);
        }
        fixture.awaitAt("context.needs[0].stages.stageName", List.of("Search", "Search"));

        fixture.upload(mapping(1, ", \"stage\": \"stage\""), "who,n0,stage\nown,1,search\n")
                .statusCode(201)
                .body("report.imported", equalTo(0))
                .body("report.refusals.column", contains("stage"));
    }

    @Test
    void whatCannotBeAskedForIsRefused() {
        var fixture = GapMapFixture.make();
        for (var query : List.of(
                "from=2026", "to=x", "from=2026-03&to=2026-02", "from=0000-01", "to=%2B999999-01", "method=MAGIC")) {
            fixture.workspace()
                    .viewer()
                    .urlEncodingEnabled(false)
                    .get(fixture.path() + "/scores?" + query)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo(query.substring(0, query.indexOf('='))));
        }
    }

    private static GapMapFixture sixEach() {
        var fixture = GapMapFixture.make("{\"parityMargin\": 1}", 6);
        fixture.upload(mapping(5, ""), SIX_EACH).statusCode(201);
        return fixture;
    }

    private static JourneyNextDoor journeyWithAStage(GapMapFixture fixture) {
        var journey = JourneyNextDoor.of(fixture.persona(), "search");
        journey.tell(1, "created", "[\"" + fixture.persona().needIds().getFirst() + "\"]", false);
        fixture.awaitAt("context.needs[0].stages.stageName", List.of("Search"));
        return journey;
    }

    /** Columns n0, n1 … for as many needs. */
    private static String mapping(int needs, String more) {
        return IntStream.range(0, needs)
                .mapToObj(i -> "\"n%d\": \"key:need-%d\"".formatted(i, i))
                .collect(Collectors.joining(",", "{\"provider\": \"who\", \"needs\": {", "}" + more + "}"));
    }
}
