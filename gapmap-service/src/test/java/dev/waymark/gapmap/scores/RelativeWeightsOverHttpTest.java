package dev.waymark.gapmap.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import dev.waymark.gapmap.GapMapFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

/** Relative weights from what is stored: they add up to the R² of a regression on the responses. */
@QuarkusTest
class RelativeWeightsOverHttpTest {

    /** Ratings of three needs, and the outcome. */
    private static final double[][] WHOLE = {
        {1, 1, 2, 0}, {2, 1, 3, 0}, {3, 2, 2, 0}, {4, 3, 1, 1}, {5, 4, 5, 1}, {4, 5, 4, 1}, {2, 3, 4, 0}, {5, 5, 3, 1}
    };

    private static final String MAPPING = """
            {"provider": "who", "date": "day", "outcome": "again",
             "needs": {"n0": "key:need-0", "n1": "key:need-1", "n2": "key:need-2"}}""";
    private static final String SETTINGS = """
            {"importanceSource": "RELATIVE_WEIGHTS", "outcome": {"name": "again", "min": 0, "max": 1}}""";

    @Test
    void theyAddUpToWhatARegressionExplains() {
        var fixture = GapMapFixture.make(SETTINGS, 3);
        fixture.upload(MAPPING, header() + whole("one", "2026-02-03") + "own,2026-03-01,5,5,5,0\n")
                .statusCode(201);

        var scores = fixture.scores("?to=2026-02")
                .body("scores.importance.relativeWeight.complete", everyItem(is(false)))
                .body("scores.importance.relativeWeight.n", everyItem(is(WHOLE.length)))
                .extract()
                .jsonPath();

        assertThat(sum(scores)).isEqualTo(explained(), within(1e-6));
        assertThat(scores.getList("scores.importance.value", Float.class))
                .contains(10f)
                .allMatch(value -> value > 0 && value <= 10);
    }

    /** Twenty responses for each two needs say that these go against each other, which cannot be true of three. */
    @Test
    void whereResponsesContradictEachOtherOnlyWholeOnesCount() {
        var fixture = GapMapFixture.make(SETTINGS, 3);
        var against = ("own,2026-02-01,1,5,,\nown,2026-02-01,5,1,,\nown,2026-02-01,,1,5,\nown,2026-02-01,,5,1,\n"
                        + "own,2026-02-01,1,,5,\nown,2026-02-01,5,,1,\n")
                .repeat(10);
        fixture.upload(
                        MAPPING,
                        header() + against + whole("one", "2026-02-03")
                                + "own,2026-02-04,3,3,3,\nown,2026-03-01,5,5,5,0\n")
                .statusCode(201);

        var scores = fixture.scores("?from=2026-02&to=2026-02")
                .body("scores.importance.relativeWeight.complete", everyItem(is(true)))
                .body("scores.importance.relativeWeight.n", everyItem(is(WHOLE.length)))
                .extract()
                .jsonPath();

        assertThat(sum(scores)).isEqualTo(explained(), within(1e-6));
    }

    private static String header() {
        return "who,day,n0,n1,n2,again\n";
    }

    private static String whole(String provider, String day) {
        var rows = new StringBuilder();
        for (var row : WHOLE) {
            rows.append("%s,%s,%.0f,%.0f,%.0f,%.0f%n".formatted(provider, day, row[0], row[1], row[2], row[3]));
        }
        return rows.toString();
    }

    private static double sum(JsonPath scores) {
        return scores.getList("scores.importance.relativeWeight.weight", Double.class).stream()
                .mapToDouble(weight -> weight)
                .sum();
    }

    private static double explained() {
        var regression = new OLSMultipleLinearRegression();
        var outcomes = new double[WHOLE.length];
        var ratings = new double[WHOLE.length][];
        for (var i = 0; i < WHOLE.length; i++) {
            outcomes[i] = WHOLE[i][3];
            ratings[i] = new double[] {WHOLE[i][0], WHOLE[i][1], WHOLE[i][2]};
        }
        regression.newSampleData(outcomes, ratings);
        return regression.calculateRSquared();
    }
}
