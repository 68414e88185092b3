package dev.waymark.gapmap.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PrioritiesTest {

    private static final String MAPPING = """
            {"provider": "who", "respondent": "id", "needs": {"speed": "key:need-0", "calm": "key:need-1"}}""";

    /** Everybody finds us two points slower than one, and one point less calm. */
    private static final String CSV = """
            id,who,speed,calm
            a,own,1,2
            b,own,2,3
            c,own,3,4
            a,one,3,3
            b,one,4,4
            c,one,5,5
            a,two,5,5
            """;

    @Test
    void whatToCloseFirstIsSaidWithItsConfidence() {
        var fixture = GapMapFixture.make("{\"minResponses\": 3}", 3);
        fixture.upload(MAPPING, CSV).statusCode(201);

        priorities(fixture).body("priorities.rank", contains(1, 2));

        var ready = awaitReady(fixture);
        ready.body("confidence.value", equalTo(1f))
                .body("confidence.samples", equalTo(1000))
                .body("confidence.responses", equalTo(7))
                .body("priorities.need.key", contains("need-0", "need-1"))
                .body("priorities.valueGap", contains(16f, 7f)) // 8 · 2 and 7 · 1
                .body("priorities.gap", contains(-2f, -1f))
                .body("priorities.bestCompetitor.externalKey", contains("one", "one")) // two has too few ratings
                .body("priorities[1].firstShare", equalTo(0f))
                .body("priorities[1].ranks.low", equalTo(2))
                .body("unranked.key", contains("need-2"))
                .body(
                        "priorities[0].words",
                        equalTo("“Need 0”: Provider one does better (4.0 against our 2.0 on 1 to 5); importance 8.0 of"
                                + " 10. Too few ratings to be sure of the difference."));
    }

    @Test
    void otherRatingsHaveAnotherConfidence() {
        var fixture = GapMapFixture.make("{\"minResponses\": 3}");
        fixture.upload(MAPPING, CSV).statusCode(201);
        var tag = awaitReady(fixture).extract().header("ETag");
        request(fixture, tag).statusCode(304);

        fixture.upload(MAPPING, "id,who,speed,calm\na,own,5,1\nb,own,5,1\nc,own,5,1\n")
                .statusCode(201);

        request(fixture, tag).statusCode(200);
        awaitReady(fixture)
                .body("priorities.need.key", contains("need-1", "need-0"))
                .body("priorities.firstShare", contains(1f, 0f));
    }

    @Test
    void withoutAnOrderThereIsNoneToBeSureOf() {
        var fixture = GapMapFixture.make();
        priorities(fixture)
                .body("confidence.status", equalTo("NONE"))
                .body("confidence.value", nullValue())
                .body("priorities", hasSize(0))
                .body("unranked", hasSize(2));
        TestWorkspace.fresh()
                .viewer()
                .get(fixture.path() + "/priorities")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse awaitReady(GapMapFixture fixture) {
        await().atMost(GapMapFixture.SOON)
                .untilAsserted(() -> assertThat(priorities(fixture).extract().<String>path("confidence.status"))
                        .isEqualTo("READY"));
        return priorities(fixture);
    }

    private static ValidatableResponse priorities(GapMapFixture fixture) {
        return request(fixture, "\"none\"").statusCode(200);
    }

    private static ValidatableResponse request(GapMapFixture fixture, String ifNoneMatch) {
        return fixture.workspace()
                .viewer()
                .header("If-None-Match", ifNoneMatch)
                .get(fixture.path() + "/priorities")
                .then();
    }
}
