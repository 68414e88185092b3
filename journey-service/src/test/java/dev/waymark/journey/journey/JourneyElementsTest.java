package dev.waymark.journey.journey;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The things said in a journey keep their ids, wherever they go, and what refers to them follows. */
@QuarkusTest
class JourneyElementsTest {

    private final JourneyClient journeys = new JourneyClient(TestWorkspace.fresh());
    private UUID persona;

    @BeforeEach
    void hearOfThePersona() {
        persona = new Neighbourhood(journeys.workspace()).knownPersona();
    }

    @Test
    void stepThatMovesToAnotherStageStaysTheSameStepAndItsEvidenceFollows() {
        var step = """
                {"key": "seat", "name": "Seat", "pains": [{"key": "pain", "text": "No power"}],
                 "touchpoints": [{"key": "map", "name": "Map"}]}""";
        var evidence =
                "\"evidence\": [{\"key\": \"e\", \"elementId\": \"key:pain\", \"method\": \"SURVEY\"}, {\"key\": \"f\", \"method\": \"WORKSHOP\"}]";
        var before = journeys.post(journey(stage("search", step) + "," + stage("book", ""), evidence))
                .statusCode(201)
                .body("evidence.pointer", contains("/stages/0/steps/0/pains/0", ""))
                .extract();

        journeys.put(
                        before.header("Location"),
                        "*",
                        journey(stage("new", "") + "," + stage("search", "") + "," + stage("book", step), evidence))
                .statusCode(200)
                .body("stages[1].id", equalTo(before.path("stages[0].id")))
                .body("stages[2].id", equalTo(before.path("stages[1].id")))
                .body("stages[2].steps[0].id", equalTo(before.path("stages[0].steps[0].id")))
                .body("stages[2].steps[0].touchpoints", equalTo(before.path("stages[0].steps[0].touchpoints")))
                .body("evidence[0].elementId", equalTo(before.path("stages[0].steps[0].pains[0].id")))
                .body("evidence.pointer", contains("/stages/2/steps/0/pains/0", ""));
    }

    @Test
    void elementIsRenamedByItsId() {
        var made =
                journeys.post(journey("{\"name\": \"Search\"}", "\"tags\": []")).extract();
        var id = made.<String>path("stages[0].id");

        journeys.put(
                        made.header("Location"),
                        "*",
                        journey(
                                "{\"id\": \"%s\", \"key\": \"look\", \"name\": \"Look\"}".formatted(id),
                                "\"tags\": []"))
                .body("stages.id", contains(id))
                .body("stages.key", contains("look"));
    }

    @Test
    void keysAndIdsAreUniqueOverAllLevels() {
        journeys.post(journey(
                        stage("twice", "{\"name\": \"S\"}"), "\"funnel\": [{\"key\": \"twice\", \"name\": \"F\"}]"))
                .statusCode(400)
                .body("errors.pointer", contains("/funnel/0/key"));
        var id = UUID.randomUUID();
        journeys.post(journey(
                        "{\"id\": \"%1$s\", \"name\": \"A\", \"steps\": [{\"id\": \"%1$s\", \"name\": \"B\"}]}"
                                .formatted(id),
                        "\"tags\": []"))
                .statusCode(400)
                .body("errors.pointer", contains("/stages/0/steps/0/id"));
    }

    @Test
    void whatSomethingRefersToIsNotRemoved() {
        var said = "\"transitions\": [{\"from\": \"key:seat\", \"to\": \"key:pay\", \"probability\": 0.5}]";
        var made = journeys.post(journey(
                        stage("book", "{\"key\": \"seat\", \"name\": \"S\"}, {\"key\": \"pay\", \"name\": \"P\"}"),
                        said))
                .statusCode(201)
                .extract();
        var location = made.header("Location");
        var steps = location + "/stages/key:book/steps";

        journeys.put(location, "*", journey(stage("book", "{\"key\": \"seat\", \"name\": \"S\"}"), said))
                .statusCode(422)
                .body("errors.pointer", contains("/transitions/0/to"));
        journeys.editor("*").delete(steps + "/key:pay").then().statusCode(409);
        journeys.patch(location, "{\"transitions\": []}").statusCode(200);
        journeys.editor("*").delete(steps + "/key:pay").then().statusCode(204);
        journeys.read(location).body("stages[0].steps.key", contains("seat"));
    }

    @Test
    void partsHavePathsOfTheirOwn() {
        var location = journeys.post(journey(stage("book", "{\"key\": \"seat\", \"name\": \"S\"}"), "\"tags\": []"))
                .extract()
                .header("Location");
        var touchpoints = location + "/stages/key:book/steps/key:seat/touchpoints";

        journeys.workspace()
                .editor()
                .body("{\"key\": \"map\", \"name\": \"Map\", \"kind\": \"DIGITAL\"}")
                .post(touchpoints)
                .then()
                .statusCode(201);
        journeys.patch(touchpoints + "/key:map", "{\"momentOfTruth\": {\"flag\": true}}")
                .statusCode(200)
                .body("momentOfTruth.basis", equalTo("ASSUMED"));
        journeys.patch(location + "/stages/key:book", "{\"importance\": 2}")
                .statusCode(400)
                .body("errors.pointer", hasItem("/importance"));
        journeys.read(location)
                .body("version", equalTo(3))
                .body("stages[0].steps[0].touchpoints", hasSize(1))
                .body("stages[0].steps[0].touchpoints[0].kind", equalTo("DIGITAL"))
                .body("stages[0].steps[0].touchpoints[0].momentOfTruth.flag", equalTo(true));
    }

    private static String stage(String key, String steps) {
        return "{\"key\": \"%1$s\", \"name\": \"%1$s\", \"steps\": [%2$s]}".formatted(key, steps);
    }

    private String journey(String stages, String more) {
        return "{\"personaId\": \"%s\", \"name\": \"Trip\", \"stages\": [%s], %s}".formatted(persona, stages, more);
    }
}
