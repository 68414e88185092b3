package dev.waymark.gapmap.gapmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.content.Ids;
import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.gapmap.JourneyNextDoor;
import dev.waymark.gapmap.PersonaNextDoor;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the other services tell, on real topics, and what becomes of it on a gap map. */
@QuarkusTest
class NeighbourEventsTest {

    private static final String SPEED = "{\"provider\": \"who\", \"needs\": {\"speed\": \"key:need-0\"}}";

    private GapMapFixture fixture;

    @BeforeEach
    void makeAMap() {
        fixture = GapMapFixture.make();
    }

    @Test
    void renamedPersonaShowsItsNewName() {
        var tag = fixture.read().extract().header("ETag");
        fixture.persona().tell(2, "updated", "Flyer");

        fixture.awaitAt("context.persona.name", "Flyer");
        fixture.read().body("version", equalTo(1)).body("context.persona.status", equalTo("DRAFT"));
        assertThat(fixture.read().extract().header("ETag")).isNotEqualTo(tag).startsWith("\"1.");
    }

    @Test
    void aNewNeedAppearsUnrated() {
        fixture.upload(SPEED, "who,speed\nown,3\n").statusCode(201);
        fixture.read().body("context.needs.rated", contains(true, false));

        fixture.persona().with(Ids.next()).tell(2, "updated", "Traveller");

        fixture.awaitAt("context.needs.rated", List.of(true, false, false));
        fixture.read().body("context.needs[2].statement", equalTo("Need 2")).body("gaps", hasSize(2));
        fixture.scores()
                .body("needs.key", contains("need-0", "need-1", "need-2"))
                .body("scores[2].own.n", equalTo(0))
                .body("scores[2].own.mean", nullValue())
                .body("scores[2].verdict", equalTo("INSUFFICIENT"));
    }

    @Test
    void importanceCountsInTheScoresAtOnce() {
        fixture.put(fixture.draft().replace("\"settings\": {", "\"settings\": {\"minResponses\": 1,"));
        fixture.upload(SPEED, "who,speed\nown,3\none,5\n").statusCode(201);
        fixture.assertFigure(0, "valueGap", 8 * 2);

        fixture.persona().values(2, 4);

        fixture.awaitAt("context.needs[0].importance", 4f);
        fixture.assertFigure(0, "valueGap", 4 * 2);
        fixture.read().body("version", equalTo(3));
    }

    @Test
    void aStageShowsAsLongAsItHoldsTheNeed() {
        var needs = fixture.persona().needIds();
        var journey = JourneyNextDoor.of(fixture.persona(), "search");
        journey.tell(1, "created", "[\"" + needs.getFirst() + "\"]", true);

        fixture.awaitAt("context.needs[0].stages.stageName", List.of("Search"));
        fixture.read()
                .body(
                        "context.needs[0].stages[0].journeyId",
                        equalTo(journey.id().toString()))
                .body("context.needs[0].stages[0].journeyName", equalTo("Booking"))
                .body(
                        "context.needs[0].stages[0].stageId",
                        equalTo(journey.stageId().toString()))
                .body("context.needs[0].stages[0].phase", equalTo("EVALUATION"))
                .body("context.needs[1].stages.stageName", contains("Search"))
                .body("version", equalTo(1));

        journey.tell(2, "updated", "[]", true);
        fixture.awaitAt("context.needs[0].stages", List.of());
        fixture.read().body("context.needs[1].stages", hasSize(1));

        journey.isDeleted(3);
        fixture.awaitAt("context.needs[1].stages", List.of());
    }

    @Test
    void anUnresolvedPersonaIsHealedByItsEvent() {
        var persona = PersonaNextDoor.unheardOf(fixture.workspace(), 1);
        var map = GapMapFixture.make(persona, fixture.providers());
        map.read()
                .body("context.persona.status", equalTo("UNRESOLVED"))
                .body("context.needs", empty())
                .body("gaps", empty());
        map.upload(SPEED, "who,speed\nown,3\n").statusCode(409).body("detail", containsString("not been heard of"));

        persona.tell(1, "created", "Late");

        map.awaitAt("context.persona.name", "Late");
        map.upload(SPEED, "who,speed\nown,3\n").statusCode(201);
        map.read().body("context.needs.rated", contains(true)).body("gaps", hasSize(1));
    }

    @Test
    void aDeletedPersonaIsShownAsDeletedAndTakesNoNewMapsNorRatings() {
        fixture.upload(SPEED, "who,speed\nown,3\n").statusCode(201);
        fixture.persona().isDeleted(2);

        fixture.awaitAt("context.persona.status", "DELETED");
        fixture.read().body("context.needs", empty()).body("responses", equalTo(1));
        var editor = fixture.workspace();
        editor.editor()
                .body(fixture.draft())
                .post("/v1/gap-maps")
                .then()
                .statusCode(409)
                .body("detail", containsString("has been deleted"));
        editor.editor()
                .body(fixture.draft())
                .put("/v1/gap-maps/by-key/x")
                .then()
                .statusCode(409);
        fixture.upload(SPEED, "who,speed\nown,4\n").statusCode(409).body("detail", containsString("has been deleted"));
        fixture.upload(SPEED, "who,speed\nown,3\n").statusCode(200);
        fixture.put(fixture.draft().replace("Lounges", "Gates")).statusCode(200);
        fixture.scores().body("scores", empty());
    }

    @Test
    void whatComesLateOrTwiceChangesNothing() {
        fixture.persona().tell(3, "updated", "Third");
        fixture.awaitAt("context.persona.name", "Third");
        var before = fixture.read().extract();

        fixture.persona().tell(2, "updated", "Second");
        fixture.persona().tell(3, "updated", "Third, it says");
        fixture.persona().tell(1, "created", "Traveller");

        assertNothingComesOfIt(before.asString(), before.header("ETag"));
    }

    @Test
    void aLateEventDoesNotReviveADeletedPersona() {
        fixture.persona().isDeleted(3);
        fixture.awaitAt("context.persona.status", "DELETED");
        var before = fixture.read().extract();

        fixture.persona().tell(2, "updated", "Second");

        assertNothingComesOfIt(before.asString(), before.header("ETag"));
    }

    @Test
    void anEventThatCannotBeReadIsPutAsideAndLaterOnesAreTakenIn() {
        fixture.persona().say(2, "persona.updated.v1", "{\"name\": [}");
        fixture.persona().say(3, "persona.praised.v1", "{}");
        fixture.persona().tell(4, "updated", "Fourth");

        fixture.awaitAt("context.persona.name", "Fourth");
        var dead = new TestTopic("waymark.gapmap.dead-letters")
                .awaitTold(fixture.workspace().name(), fixture.persona().id(), 1);
        assertThat(dead).extracting(TestTopic.Told::json).containsExactly("{\"name\": [}");
    }

    @Test
    void anEventOfAnotherWorkspaceChangesNothing() {
        var before = fixture.read().extract();
        var elsewhere = TestWorkspace.fresh();
        new PersonaNextDoor(elsewhere, fixture.persona().id(), fixture.persona().needIds())
                .tell(9, "updated", "Theirs");

        assertNothingComesOfIt(before.asString(), before.header("ETag"));
    }

    /** Tells of another persona after all that was told, in the same partition, and waits until that has been taken in. */
    private void assertNothingComesOfIt(String body, String tag) {
        var last = PersonaNextDoor.unheardOf(fixture.workspace(), 1);
        var map = GapMapFixture.make(last, fixture.providers());
        last.tellAfter(fixture.persona());
        map.awaitAt("context.persona.name", "Last");
        assertThat(fixture.read().extract().asString()).isEqualTo(body);
        fixture.read().header("ETag", tag);
    }
}
