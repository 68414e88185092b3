package dev.waymark.journey.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import dev.waymark.journey.journey.Neighbourhood.Need;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Elements within elements by paths of their own, and what neighbours have to do with it. */
@QuarkusTest
class StageResourceTest {

    private final JourneyClient journeys = new JourneyClient(TestWorkspace.fresh());
    private final Neighbourhood neighbours = new Neighbourhood(journeys.workspace());
    private UUID persona;
    private String journey;
    private String stages;
    private String seat;

    @BeforeEach
    void makeAJourney() {
        persona = neighbours.knownPersona();
        journey =
                journeys.post("""
                        {"personaId": "%s", "name": "Trip", "stages": [
                          {"key": "search", "name": "Search"},
                          {"key": "book", "name": "Book", "steps": [
                            {"key": "seat", "name": "Seat", "touchpoints": [{"key": "map", "name": "Map"}]},
                            {"key": "pay", "name": "Pay"}]}],
                         "transitions": [{"from": "key:seat", "to": "key:pay", "probability": 0.5}]}
                        """.formatted(persona)).statusCode(201).extract().header("Location");
        stages = journey + "/stages";
        seat = stages + "/key:book/steps/key:seat";
    }

    @Test
    void everyLevelIsReadUnderItsHolderOnly() {
        String book = id("stages[1].id");
        String map = id("stages[1].steps[0].touchpoints[0].id");

        journeys.read(stages + "/" + book + "/steps").body("items.key", contains("seat", "pay"));
        journeys.read(stages + "/key:search/steps").body("items", empty());
        journeys.read(seat + "/touchpoints/" + map).body("name", equalTo("Map"));
        notFound(stages + "/key:search/steps/key:seat");
        notFound(stages + "/key:book/steps/key:pay/touchpoints/" + map);
        notFound(stages + "/key:none/steps");
        notFound(stages + "/key:search/steps/key:seat/touchpoints");
        notFound(stages + "/" + map);
        var other = journeys.create(persona);
        notFound(other + "/stages/" + book);
        journeys.editor("*").delete(other + "/stages/" + book).then().statusCode(404);
        journeys.patch(stages + "/key:search/steps/key:seat", "{\"name\": \"No\"}")
                .statusCode(404);
        journeys.read(journey).body("version", equalTo(1));
    }

    @Test
    void whatHoldsAChangedElementHasAnotherEtagAndItsNeighboursDoNot() {
        var pay = stages + "/key:book/steps/key:pay";
        var search = tag(stages + "/key:search");
        var book = tag(stages + "/key:book");
        var payBefore = tag(pay);

        journeys.patch(seat + "/touchpoints/key:map", "{\"name\": \"Seat map\"}")
                .statusCode(200);

        assertThat(tag(stages + "/key:search")).isEqualTo(search);
        assertThat(tag(pay)).isEqualTo(payBefore);
        assertThat(tag(stages + "/key:book")).isNotEqualTo(book);
        patchIf(stages + "/key:book", book, "{\"name\": \"No\"}").statusCode(412);
        patchIf(stages + "/key:search", search, "{\"name\": \"Look\"}").statusCode(200);
    }

    @Test
    void newsOfNeighboursLeaveTheEtagOfAnElement() {
        var need = Need.of("Sit alone");
        neighbours.tell("persona.updated.v1", persona, 2, Neighbourhood.persona(persona, 2, "Renamed", need));
        journeys.patch(stages + "/key:search", "{\"needIds\": [\"%s\"]}".formatted(need.id()))
                .statusCode(200);
        var tag = tag(stages + "/key:search");
        var whole = tag(journey);

        neighbours.tell("persona.updated.v1", persona, 3, Neighbourhood.persona(persona, 3, "Again", need));
        journeys.awaitAt(journey, "context.persona.name", "Again");

        assertThat(tag(journey)).isNotEqualTo(whole);
        assertThat(tag(stages + "/key:search")).isEqualTo(tag);
        patchIf(stages + "/key:search", tag, "{\"name\": \"Look\"}").statusCode(200);
    }

    @Test
    void aPatchKeepsTheIdsOfWhatAnElementHolds() {
        var before = journeys.read(journey).extract();

        journeys.patch(stages + "/key:book", "{\"name\": \"Order\", \"description\": \"d\"}")
                .statusCode(200);
        journeys.patch(stages + "/key:book", """
                        {"steps": [{"key": "pay", "name": "Pay"}, {"id": "%s", "key": "place", "name": "Place",
                          "touchpoints": [{"key": "map", "name": "Map"}]}]}""".formatted(before.<String>path("stages[1].steps[0].id")))
                .statusCode(200)
                .body("id", equalTo(before.path("stages[1].id")))
                .body("steps[0].id", equalTo(before.path("stages[1].steps[1].id")))
                .body("steps[1].touchpoints", equalTo(before.path("stages[1].steps[0].touchpoints")));
        journeys.read(journey).body("transitions", equalTo(before.path("transitions")));
    }

    @Test
    void whatSomethingRefersToIsNotRemovedNorWhatHoldsIt() {
        for (var path : new String[] {seat, stages + "/key:book"}) {
            journeys.editor("*")
                    .delete(path)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/conflict"))
                    .body("errors.pointer", contains("/transitions/0/from"));
        }
        journeys.patch(journey, """
                        {"transitions": [], "entryPoints": [{"stepId": "key:seat", "share": 1}],
                         "evidence": [{"elementId": "key:map", "method": "SURVEY"}]}""").statusCode(200);
        journeys.editor("*")
                .delete(seat)
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/entryPoints/0/stepId"));
        journeys.patch(journey, "{\"entryPoints\": []}").statusCode(200);
        journeys.editor("*")
                .delete(seat + "/touchpoints/key:map")
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/evidence/0/elementId"));
        journeys.patch(stages + "/key:book", "{\"steps\": []}").statusCode(422);
        journeys.read(journey).body("version", equalTo(3)).body("stages[1].steps", hasSize(2));
    }

    @Test
    void placesOfErrorsBeginAtWhatWasSent() {
        journeys.patch(seat, "{\"emotion\": 9}").statusCode(400).body("errors.pointer", contains("/emotion"));
        journeys.patch(stages + "/key:book", "{\"funnelStage\": \"key:none\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/funnelStage"));
        post(stages, "{\"name\": \"S\", \"steps\": [{\"name\": \"a\"}, {\"key\": \"pay\", \"name\": \"b\"}]}")
                .statusCode(400)
                .body("errors.pointer", contains("/steps/1/key"));
        post(stages + "/key:search/steps", "{\"name\": \" \"}")
                .statusCode(400)
                .body("errors.pointer", contains("/name"));
        post(seat + "/touchpoints", "{\"key\": \"seat\", \"name\": \"T\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/key"));
        journeys.read(journey).body("version", equalTo(1));
    }

    @Test
    void elementsAreAddedOnAllLevels() {
        var stage = post(stages + "?before=key:search", "{\"name\": \"Dream\"}")
                .statusCode(201)
                .extract();
        var step = post(stage.header("Location") + "/steps", "{\"name\": \"See\"}")
                .statusCode(201)
                .extract();
        var touchpoint = post(step.header("Location") + "/touchpoints", "{\"name\": \"Poster\"}")
                .statusCode(201)
                .extract();

        journeys.read(touchpoint.header("Location"))
                .header("ETag", touchpoint.header("ETag"))
                .body("id", equalTo(touchpoint.path("id")));
        journeys.read(journey)
                .body("stages.name", contains("Dream", "Search", "Book"))
                .body("stages[0].steps[0].touchpoints.name", contains("Poster"))
                .body("version", equalTo(4));
        journeys.read(journey + "/revisions")
                .body(
                        "items[0].changedElements",
                        contains(stage.path("id"), step.<String>path("id"), touchpoint.path("id")));
    }

    @Test
    void aRepeatIsAnsweredAlthoughThePersonaHasBeenDeletedMeanwhile() {
        var draft = JourneyClient.draft(persona);
        var first = keyed(draft).statusCode(201).extract();
        var batch =
                keyedBatch(draft).body("items.status", contains(201)).extract().asString();

        neighbours.tellDeleted("persona", persona, 2);
        journeys.awaitAt(journey, "context.persona.status", "DELETED");

        keyed(draft).statusCode(201).header("Location", first.header("Location"));
        assertThat(keyedBatch(draft).extract().asString()).isEqualTo(batch);
        journeys.post(draft).statusCode(409);
        keyed(draft.replace("Booking", "Other")).statusCode(422);
    }

    @Test
    void aBatchDoesNotWaitForEachUnknownPersona() {
        var items = IntStream.range(0, 100)
                .mapToObj(i -> JourneyClient.draft(UUID.randomUUID()))
                .collect(Collectors.joining(","));
        var start = System.nanoTime();

        batch("{\"items\": [" + items + "]}")
                .body("items.status", everyItem(equalTo(201)))
                .body("items", hasSize(100));

        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    private ValidatableResponse keyed(String body) {
        return journeys.workspace()
                .editor()
                .header("Idempotency-Key", "k1")
                .body(body)
                .post(JourneyClient.PATH)
                .then();
    }

    private ValidatableResponse keyedBatch(String item) {
        return journeys.workspace()
                .editor()
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", "k1")
                .body("{\"items\": [" + item + "]}")
                .post(JourneyClient.PATH + ":batch")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse batch(String body) {
        return journeys.workspace()
                .editor()
                .urlEncodingEnabled(false)
                .body(body)
                .post(JourneyClient.PATH + ":batch")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse post(String path, String body) {
        return journeys.workspace().editor().body(body).post(path).then();
    }

    private ValidatableResponse patchIf(String path, String tag, String body) {
        return journeys.editor(tag)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(path)
                .then();
    }

    private void notFound(String path) {
        journeys.workspace().viewer().get(path).then().statusCode(404);
    }

    private String tag(String path) {
        return journeys.read(path).extract().header("ETag");
    }

    private String id(String path) {
        return journeys.read(journey).extract().path(path);
    }
}
