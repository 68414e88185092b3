package dev.waymark.gapmap.scores;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.gapmap.JourneyNextDoor;
import dev.waymark.gapmap.PersonaNextDoor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scores of one stage: of one that journeys have or ratings name, and of no other. */
@QuarkusTest
class StageScoresTest {

    private static final String MAPPING =
            "{\"provider\": \"who\", \"stage\": \"stage\", \"needs\": {\"speed\": \"key:need-0\"}}";

    private GapMapFixture fixture;
    private JourneyNextDoor journey;

    @BeforeEach
    void makeAMap() {
        fixture = GapMapFixture.make();
        journey = JourneyNextDoor.of(fixture.persona(), "search");
    }

    @Test
    void aStageThatNobodyKnowsIsAnUnknownReference() {
        var nobodys = UUID.randomUUID();
        var why = "The stage " + nobodys + " is of no journey of the map's persona, and the map has no rating of it.";

        ask(nobodys)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unknown-reference"))
                .body("title", equalTo("Unknown reference"))
                .body("status", equalTo(422))
                .body("detail", equalTo(why))
                .body("instance", equalTo(fixture.path() + "/scores"))
                .body("errors.size()", equalTo(1))
                .body("errors[0].pointer", equalTo("stage"))
                .body("errors[0].detail", equalTo(why));
        fixture.workspace()
                .viewer()
                .header("If-None-Match", "*")
                .get(fixture.path() + "/scores?stage=" + nobodys)
                .then()
                .statusCode(422);
    }

    @Test
    void aStageThatIsKnownAndNotRatedHasNoFigures() {
        journey.tell(1, "created", "[]", false); // it need not even hold a need

        await().atMost(GapMapFixture.SOON).untilAsserted(() -> ask(journey.stageId())
                .statusCode(200)
                .body("stageId", equalTo(journey.stageId().toString()))
                .body("scores[0].own.n", equalTo(0))
                .body("scores[0].own.mean", nullValue())
                .body("scores[0].verdict", equalTo("INSUFFICIENT")));
    }

    @Test
    void ratingsOutliveTheirStageInTheMapThatHasThem() {
        var other = GapMapFixture.make(fixture.persona(), fixture.providers());
        arrives();
        fixture.upload(MAPPING, "who,speed,stage\nown,2,search\nown,4,search\n").statusCode(201);
        ask(other, journey.stageId()).statusCode(200);

        journey.isDeleted(2);
        fixture.awaitAt("context.needs[0].stages.size()", 0);

        fixture.assertFigure("?stage=" + journey.stageId(), 0, "own.mean", 3);
        ask(other, journey.stageId()).statusCode(422);
    }

    @Test
    void anotherPersonasStageIsNoneOfTheMaps() {
        var theirs = GapMapFixture.make(PersonaNextDoor.arrives(fixture.workspace(), 1), fixture.providers());
        arrives();

        ask(journey.stageId()).statusCode(200);
        ask(theirs, journey.stageId()).statusCode(422);
    }

    private void arrives() {
        journey.tell(1, "created", "[\"" + fixture.persona().needIds().getFirst() + "\"]", false);
        fixture.awaitAt("context.needs[0].stages.stageName", List.of("Search"));
    }

    private ValidatableResponse ask(UUID stage) {
        return ask(fixture, stage);
    }

    private static ValidatableResponse ask(GapMapFixture map, UUID stage) {
        return map.workspace()
                .viewer()
                .get(map.path() + "/scores?stage=" + stage)
                .then();
    }
}
