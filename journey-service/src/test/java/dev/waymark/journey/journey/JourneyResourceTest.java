package dev.waymark.journey.journey;

import static dev.waymark.journey.journey.JourneyClient.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import dev.waymark.journey.journey.Neighbourhood.Need;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JourneyResourceTest {

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final JourneyClient journeys = new JourneyClient(workspace);
    private final Need wifi = Need.of("Work on the way");
    private UUID persona;

    @BeforeEach
    void hearOfThePersona() {
        persona = new Neighbourhood(workspace).knownPersona(wifi);
    }

    @Test
    void createdJourneyIsFoundUnderItsLocation() {
        var location = journeys.post(booking(1))
                .statusCode(201)
                .header("Location", matchesPattern(".*/v1/journeys/[0-9a-f-]{36}"))
                .header("ETag", "\"1.0\"")
                .extract()
                .header("Location");

        journeys.read(location)
                .header("ETag", "\"1.0\"")
                .body("status", equalTo("DRAFT"))
                .body("version", equalTo(1))
                .body("personaId", equalTo(persona.toString()))
                .body("name", equalTo("Booking 1"))
                .body("scenario", equalTo("At short notice"))
                .body("stages[0].id", notNullValue())
                .body("stages[0].phase", equalTo("PURCHASE"))
                .body("stages[0].importance", equalTo(0.6f))
                .body("stages[0].needIds", contains(wifi.id().toString()))
                .body("stages[0].steps[0].emotion", equalTo(-2))
                .body("stages[0].steps[0].touchpoints[0].kind", equalTo("DIGITAL"))
                .body("stages[0].steps[0].touchpoints[0].thirdParty", equalTo(false))
                .body("context.persona.name", equalTo("Traveller"))
                .body("context.needs[0].rated", equalTo(false));
    }

    @Test
    void nameAndPersonaAreEnough() {
        journeys.post("{\"personaId\": \"%s\", \"name\": \"Booking\"}".formatted(persona))
                .statusCode(201)
                .body("stages", hasSize(0));
    }

    @Test
    void whatWasReadCanBePutBack() {
        var journey = journeys.create(persona, wifi.id());
        var read = journeys.read(journey).extract();

        journeys.put(journey, read.header("ETag"), read.asString())
                .statusCode(200)
                .header("ETag", read.header("ETag"))
                .body(equalTo(read.asString()));
    }

    @Test
    void replacingKeepsTheIdsOfElementsWithAKey() {
        var journey = journeys.post(booking(1)).extract();
        var location = journey.header("Location");

        journeys.put(location, journey.header("ETag"), booking(2))
                .statusCode(200)
                .header("ETag", "\"2.0\"")
                .body("name", equalTo("Booking 2"))
                .body("stages[0].id", equalTo(journey.path("stages[0].id")))
                .body("stages[0].steps[0].id", equalTo(journey.path("stages[0].steps[0].id")))
                .body(
                        "stages[0].steps[0].touchpoints[0].id",
                        equalTo(journey.path("stages[0].steps[0].touchpoints[0].id")));
    }

    @Test
    void journeyCannotBeGivenToAnotherPersona() {
        var journey = journeys.create(persona);

        journeys.put(journey, "*", JourneyClient.draft(UUID.randomUUID()))
                .statusCode(409)
                .contentType("application/problem+json");
    }

    @Test
    void changeWantsTheVersionRead() {
        var journey = journeys.create(persona);
        var body = JourneyClient.draft(persona, wifi.id());

        workspace.editor().body(body).put(journey).then().statusCode(428);
        journeys.put(journey, "\"7.0\"", body).statusCode(412);
        journeys.put(journey, "\"1.0\"", body).statusCode(200);
        journeys.put(journey, "\"1.0\"", body).statusCode(412);
        workspace.admin().delete(journey).then().statusCode(428);
    }

    @Test
    void unchangedJourneyIsNotSentAgain() {
        var journey = journeys.create(persona);

        workspace
                .viewer()
                .header("If-None-Match", "\"1.0\"")
                .get(journey)
                .then()
                .statusCode(304)
                .header("ETag", "\"1.0\"");
    }

    @Test
    void journeyOfAnotherWorkspaceIsNotThere() {
        var journey = journeys.create(persona);
        var stranger = TestWorkspace.fresh();

        stranger.viewer().get(journey).then().statusCode(404);
        stranger.admin().header("If-Match", "*").delete(journey).then().statusCode(404);
        stranger.editor()
                .header("If-Match", "*")
                .body(JourneyClient.draft(persona))
                .put(journey)
                .then()
                .statusCode(404);
        stranger.viewer().get(PATH).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void viewerCannotWriteAndEditorCannotDelete() {
        var journey = journeys.create(persona);

        workspace.viewer().body(booking(1)).post(PATH).then().statusCode(403);
        workspace
                .viewer()
                .header("If-Match", "*")
                .body(booking(1))
                .put(journey)
                .then()
                .statusCode(403);
        journeys.editor("*").delete(journey).then().statusCode(403);
        workspace.admin().header("If-Match", "*").delete(journey).then().statusCode(204);
        workspace.viewer().get(journey).then().statusCode(404);
    }

    @Test
    void archivedJourneyRefusesEditsUntilRestored() {
        var journey = journeys.create(persona, wifi.id());
        workspace.editor().post(journey + "/publish").then().statusCode(200).body("status", equalTo("PUBLISHED"));
        workspace.editor().post(journey + "/archive").then().statusCode(200).body("status", equalTo("ARCHIVED"));

        journeys.put(journey, "*", booking(1)).statusCode(409);
        workspace.editor().post(journey + "/restore").then().statusCode(200).body("status", equalTo("DRAFT"));
        journeys.put(journey, "*", booking(1)).statusCode(200);
    }

    @Test
    void publishingSaysWhatIsMissing() {
        var bare = journeys.post("{\"personaId\": \"%s\", \"name\": \"Booking\"}".formatted(persona))
                .extract()
                .header("Location");
        var phaseless = journeys.post(booking(1).replace("\"phase\": \"PURCHASE\",", ""))
                .extract()
                .header("Location");

        workspace
                .editor()
                .post(bare + "/publish")
                .then()
                .statusCode(409)
                .body("errors.pointer", contains("/scenario", "/trigger", "/stages"));
        workspace
                .editor()
                .post(phaseless + "/publish")
                .then()
                .statusCode(409)
                .body("errors.pointer", contains("/stages/0/phase"));
        journeys.read(bare).body("status", equalTo("DRAFT"));
    }

    @Test
    void putByKeyCreatesThenReplacesThenLeavesAlone() {
        var created = journeys.putByKey("trip-1", booking(1));
        var id = created.statusCode(201)
                .body("externalKey", equalTo("trip-1"))
                .extract()
                .<String>path("id");

        journeys.putByKey("trip-1", booking(2))
                .statusCode(200)
                .header("ETag", "\"2.0\"")
                .body("id", equalTo(id));
        journeys.putByKey("trip-1", booking(2)).statusCode(200).header("ETag", "\"2.0\"");
        workspace.viewer().get(PATH + "/by-key/trip-1").then().statusCode(200).body("id", equalTo(id));
        workspace.viewer().get(PATH + "/by-key/trip-2").then().statusCode(404);
        workspace
                .editor()
                .header("If-None-Match", "*")
                .body(booking(3))
                .put(PATH + "/by-key/trip-1")
                .then()
                .statusCode(412);
    }

    @Test
    void externalKeyIsTakenOnce() {
        var body = booking(1).replaceFirst("\\{", "{\"externalKey\": \"trip\", ");
        journeys.post(body).statusCode(201);

        journeys.post(body).statusCode(409).body("type", equalTo("/problems/duplicate-key"));
    }

    @Test
    void putsByKeyAndByIdAtOnceComeOneAfterTheOther() throws Exception {
        journeys.putByKey("trip", booking(0)).statusCode(201);
        var id = workspace.viewer().get(PATH + "/by-key/trip").<String>path("id");
        var answers = new ArrayList<Future<Integer>>();
        try (var clients = Executors.newFixedThreadPool(8)) {
            for (int i = 1; i <= 24; i++) {
                var body = booking(i).replaceFirst("\\{", "{\"externalKey\": \"trip\", ");
                var byKey = i % 2 == 0;
                answers.add(clients.submit(
                        () -> (byKey ? journeys.putByKey("trip", body) : journeys.put(PATH + "/" + id, "*", body))
                                .extract()
                                .statusCode()));
            }
        }
        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
        journeys.read(PATH + "/" + id).body("version", equalTo(25));
    }

    private String booking(int n) {
        return """
                {"personaId": "%s", "name": "Booking %d", "scenario": "At short notice",
                 "trigger": {"type": "PROBLEM"}, "stages": [
                  {"key": "book", "name": "Book", "phase": "PURCHASE", "importance": 0.6, "needIds": ["%s"], "steps": [
                    {"key": "seat", "name": "Choose a seat", "intent": "Sit alone", "emotion": -2, "touchpoints": [
                      {"key": "map", "name": "Seat map", "channel": "app", "kind": "DIGITAL"}]}]}]}
                """.formatted(persona, n, wifi.id());
    }
}
