package dev.waymark.gapmap.gapmap;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.gapmap.JourneyNextDoor;
import dev.waymark.gapmap.PersonaNextDoor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a gap map refers to: by id or key, heard of or not, deleted or not. */
@QuarkusTest
class GapMapReferencesTest {

    private GapMapFixture fixture;
    private JourneyNextDoor journey;

    @BeforeEach
    void makeAMap() {
        fixture = GapMapFixture.make();
        journey = JourneyNextDoor.of(fixture.persona(), "search");
    }

    @Test
    void aJourneyNobodyHasToldOfIsUnresolvedUntilItIsHeardOf() {
        fixture.read().body("context.journey", nullValue());
        put(journey.id().toString())
                .statusCode(200)
                .body("journeyId", equalTo(journey.id().toString()))
                .body("context.journey.status", equalTo("UNRESOLVED"));

        arrives(journey);

        fixture.awaitAt("context.journey.name", "Booking");
        fixture.read()
                .body("version", equalTo(2))
                .body("context.journey.id", equalTo(journey.id().toString()))
                .body("context.journey.status", equalTo("DRAFT"));
        fixture.workspace()
                .viewer()
                .get("/v1/gap-maps?journeyId=" + journey.id())
                .then()
                .body("items.id", contains(fixture.map()));
    }

    @Test
    void aDeletedJourneyIsShownAsDeletedAndTakesNoNewMaps() {
        arrives(journey);
        put(journey.id().toString()).statusCode(200);
        journey.isDeleted(2);

        fixture.awaitAt("context.journey.status", "DELETED");
        fixture.read().body("context.journey.name", nullValue());
        put(journey.id().toString(), "Lounges", "Gates").statusCode(200).body("name", equalTo("Gates"));
        fixture.workspace()
                .editor()
                .body(draft(journey.id().toString()))
                .post("/v1/gap-maps")
                .then()
                .statusCode(409)
                .body("detail", containsString("has been deleted"));
        fixture.put(fixture.draft()).statusCode(200);
        put(journey.id().toString()).statusCode(409);
    }

    @Test
    void aJourneyOfSomebodyElseIsRefused() {
        var stranger = PersonaNextDoor.arrives(fixture.workspace(), 1);
        var theirs = JourneyNextDoor.of(stranger, "search");
        var map = GapMapFixture.make(stranger, fixture.providers());
        theirs.tell(1, "created", "[\"" + stranger.needIds().getFirst() + "\"]", false);
        map.awaitAt("context.needs[0].stages.stageName", List.of("Search"));

        put(theirs.id().toString()).statusCode(422).body("errors[0].pointer", equalTo("/journeyId"));
        fixture.read().body("version", equalTo(1));
    }

    @Test
    void everythingCanBeNamedByItsKey() {
        arrives(journey);
        var byKey = draft("key:" + journey.key())
                .replace(
                        fixture.persona().id().toString(),
                        "key:" + fixture.persona().key())
                .replace(fixture.providers().get("own"), "key:own")
                .replace(fixture.providers().get("two"), "key:two");

        fixture.put(byKey)
                .statusCode(200)
                .body("personaId", equalTo(fixture.persona().id().toString()))
                .body("journeyId", equalTo(journey.id().toString()))
                .body("ownProviderId", equalTo(fixture.providers().get("own")))
                .body(
                        "competitorIds",
                        contains(
                                fixture.providers().get("one"),
                                fixture.providers().get("two")))
                .body("version", equalTo(2));
        fixture.put(draft(journey.id().toString())).statusCode(200).body("version", equalTo(2));
        fixture.workspace().editor().body(byKey).post("/v1/gap-maps").then().statusCode(201);
    }

    @Test
    void thePersonaIsNamedByIdOrByKeyNotByBoth() {
        var key = fixture.persona().key();
        var byKey = draft(journey.id().toString())
                .replaceFirst("\"personaId\": ?\"[^\"]*\"", "\"personaKey\": \"" + key + "\"");

        fixture.workspace()
                .editor()
                .body(byKey)
                .post("/v1/gap-maps")
                .then()
                .statusCode(201)
                .body("personaId", equalTo(fixture.persona().id().toString()));
        fixture.workspace()
                .editor()
                .body(byKey.replaceFirst("\\{", "{\"personaId\": \"key:" + key + "\","))
                .post("/v1/gap-maps")
                .then()
                .statusCode(400);
    }

    @Test
    void aKeyThatNobodyHasIsUnprocessable() {
        unknown(fixture.persona().id().toString(), "/personaId");
        unknown(fixture.providers().get("own"), "/ownProviderId");
        unknown(fixture.providers().get("two"), "/competitorIds/1");
        put("key:nobody").statusCode(422).body("errors[0].pointer", equalTo("/journeyId"));
    }

    @Test
    void aKeyThatNoDatabaseCouldHoldIsRefusedBeforeItIsLookedFor() {
        fixture.put(fixture.draft().replace(fixture.providers().get("two"), "key:\\u0000"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/competitorIds/1"))
                .body("errors[0].detail", equalTo("must not contain U+0000 or an unpaired surrogate"));
    }

    private void unknown(String id, String pointer) {
        fixture.put(fixture.draft().replace(id, "key:nobody"))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-reference"))
                .body("errors[0].pointer", equalTo(pointer));
    }

    private void arrives(JourneyNextDoor told) {
        told.tell(1, "created", "[\"" + fixture.persona().needIds().getFirst() + "\"]", false);
        fixture.awaitAt("context.needs[0].stages.stageName", List.of("Search"));
    }

    private ValidatableResponse put(String journeyId) {
        return fixture.put(draft(journeyId));
    }

    private ValidatableResponse put(String journeyId, String before, String after) {
        return fixture.put(draft(journeyId).replace(before, after));
    }

    private String draft(String journeyId) {
        return fixture.draft().replaceFirst("\\{", "{\"journeyId\": \"" + journeyId + "\",");
    }
}
