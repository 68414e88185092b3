package dev.waymark.gapmap.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.gapmap.GapMapFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrendTest {

    private static final String MAPPING =
            "{\"provider\": \"who\", \"date\": \"day\", \"needs\": {\"speed\": \"key:need-0\", \"calm\": \"key:need-1\"}}";

    /** Own speed: January 1 2 3, February 2, April 3 4 5 and 4; one has nothing in April, and something without a day. */
    private static final String CSV = """
            day,who,speed,calm
            2026-01-05,own,1,
            2026-01-06,own,2,
            2026-01-31,own,3,
            2026-02-01,own,2,
            2026-04-01,own,3,
            2026-04-02,own,4,
            2026-04-03,own,5,
            2026-04-30,own,4,
            2026-01-05,one,2,
            ,one,5,
            """;

    @Test
    void monthsAreComparedWithOneAnother() {
        var fixture = map();

        var trend = trend(fixture, "")
                .body("needs[0].trends[0].months.month", contains("2026-01", "2026-02", "2026-04"))
                .body("needs[0].trends[0].months.figures.n", contains(3, 1, 4))
                .body("needs[0].trends[0].change.from", equalTo("2026-01"))
                .body("needs[0].trends[0].change.to", equalTo("2026-04"))
                .body("needs[0].trends[0].effect", nullValue())
                // Responses without a day are in no month; one month alone is no change.
                .body("needs[0].trends[1].months.figures.n", contains(1))
                .body("needs[0].trends[1].change", nullValue())
                .body("needs[0].trends[2].months", hasSize(0))
                .body("needs[1].trends.months", contains(hasSize(0), hasSize(0), hasSize(0)))
                .extract()
                .jsonPath();

        // scipy.stats.ttest_ind([3, 4, 5, 4], [1, 2, 3], equal_var=False), .confidence_interval(0.95)
        var change = "needs[0].trends[0].change.figures.";
        close(trend, change + "difference", 2);
        close(trend, change + "t", 2.8284271247461903);
        close(trend, change + "df", 3.857142857142857);
        close(trend, change + "p", 0.0494605591);
        close(trend, change + "ci.low", 0.0077452033);
        close(trend, change + "ci.high", 3.9922547967);
    }

    @Test
    void whatHasBeenDifferentSinceAMonthIsTold() {
        var fixture = map();

        var trend = trend(fixture, "?since=2026-02")
                .body("since", equalTo("2026-02"))
                .body("needs[0].trends[0].effect.before.n", equalTo(3))
                .body("needs[0].trends[0].effect.since.n", equalTo(5))
                .body("needs[0].trends[1].effect.since.n", equalTo(0))
                .body("needs[0].trends[1].effect.figures.difference", nullValue())
                .extract()
                .jsonPath();
        // scipy.stats.ttest_ind([2, 3, 4, 5, 4], [1, 2, 3], equal_var=False)
        var effect = "needs[0].trends[0].effect.figures.";
        close(trend, effect + "difference", 1.6);
        close(trend, effect + "t", 2.0771631476);
        close(trend, effect + "p", 0.0940220410);

        trend(fixture, "?from=2026-02&to=2026-03&since=2026-03")
                .body("needs[0].trends[0].months.month", contains("2026-02"))
                .body("needs[0].trends[0].effect.before.n", equalTo(1));
    }

    @Test
    void whatIsNoMonthIsRefused() {
        var fixture = map();
        fixture.workspace()
                .viewer()
                .get(fixture.path() + "/trend?since=spring")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("since"));
    }

    private static GapMapFixture map() {
        var fixture = GapMapFixture.make("{\"minResponses\": 3}");
        fixture.upload(MAPPING, CSV).statusCode(201);
        return fixture;
    }

    private static ValidatableResponse trend(GapMapFixture fixture, String query) {
        return fixture.workspace()
                .viewer()
                .get(fixture.path() + "/trend" + query)
                .then()
                .statusCode(200);
    }

    private static void close(JsonPath trend, String path, double expected) {
        assertThat(trend.getDouble(path)).as(path).isCloseTo(expected, within(1e-5));
    }
}
