package dev.waymark.journey.journey;

import static dev.waymark.journey.Examples.needId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.journey.Examples;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All that can be said of a journey, said and read again. */
@QuarkusTest
class JourneyContentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final JourneyClient journeys = new JourneyClient(workspace);
    private final UUID persona = UUID.randomUUID();

    @BeforeEach
    void hearOfThePersona() {
        var neighbours = new Neighbourhood(workspace);
        neighbours.tell("persona.created.v1", persona, 1, Examples.persona(persona));
        neighbours.awaitHeardOf(persona);
    }

    @Test
    void everyFieldIsReadAsItWasSaid() throws Exception {
        var said = (ObjectNode) JSON.readTree(Examples.JOURNEY);
        var read = JSON.readTree(
                journeys.post(Examples.JOURNEY).statusCode(201).extract().asString());

        assertThat(read.get("evidence").get(0).get("pointer").asText()).isEqualTo("/stages/0/steps/0/pains/0");
        assertThat(withoutWhatTheServerAdds(read)).isEqualTo(resolved(said, read));
    }

    @Test
    void whatWasReadCanBePutBackAndIsNoNewVersion() {
        var location = journeys.post(Examples.JOURNEY).extract().header("Location");
        var read = journeys.read(location).extract();

        journeys.put(location, read.header("ETag"), read.asString())
                .statusCode(200)
                .header("ETag", "\"1.0\"")
                .body(equalTo(read.asString()));
    }

    @Test
    void whatWasSaidFirstCanBeSaidAgainIfElementsHaveKeys() {
        var keyed = Examples.JOURNEY
                .replaceAll("\\{\"text\": \"([^\"]*)\"", "{\"key\": \"$1\", \"text\": \"$1\"")
                .replace("{\"from\"", "{\"key\": \"again\", \"from\"")
                .replace("{\"stepId\"", "{\"key\": \"first\", \"stepId\"")
                .replace(
                        "{\"name\": \"Ann\", \"function\": \"MARKETING\"}, {\"name\": \"Cem\"",
                        "{\"key\": \"ann\", \"name\": \"Ann\", \"function\": \"MARKETING\"}, {\"key\": \"cem\", \"name\": \"Cem\"")
                .replace("\"elementId\"", "\"key\": \"interviews\", \"elementId\"");
        journeys.putByKey("trip-17", keyed).statusCode(201).header("ETag", "\"1.0\"");

        journeys.putByKey("trip-17", keyed).statusCode(200).header("ETag", "\"1.0\"");
    }

    @Test
    void personaAndNeedsAreNamedByTheirKeys() {
        journeys.post(Examples.JOURNEY)
                .body("personaId", equalTo(persona.toString()))
                .body("stages[0].needIds", contains(needId(persona, "punctual").toString()))
                .body(
                        "stages[1].steps[0].needIds",
                        contains(needId(persona, "quiet").toString()))
                .body("context.persona.version", equalTo(1))
                .body("context.stages.unknownNeedIds", equalTo(List.of(List.of(), List.of())));
    }

    @Test
    void aDraftHasItsDefaults() {
        journeys.post("""
                        {"personaKey": "crm-4711", "name": "Bare", "stages": [{"name": "One", "steps": [
                          {"name": "Step", "questions": [{"text": "Why?"}], "expectations": [{"text": "All"}],
                           "touchpoints": [{"name": "App", "momentOfTruth": {"flag": true}}]}]}]}
                        """)
                .statusCode(201)
                .body("personaId", equalTo(persona.toString()))
                .body("personaKey", nullValue())
                .body("type", equalTo("AS_IS"))
                .body("reviewCadence", equalTo("P1M"))
                .body("freshness", equalTo("FRESH"))
                .body("transitions", hasSize(0))
                .body("stages[0].steps[0].questions[0].answered", equalTo(false))
                .body("stages[0].steps[0].expectations[0].status", equalTo("UNKNOWN"))
                .body("stages[0].steps[0].touchpoints[0].thirdParty", equalTo(false))
                .body("stages[0].steps[0].touchpoints[0].momentOfTruth.basis", equalTo("ASSUMED"));
    }

    @Test
    void mergePatchChangesWhatItNamesOnly() {
        var location = journeys.post(Examples.JOURNEY).extract().header("Location");
        var read = journeys.read(location).extract();

        journeys.patch(location, "{\"owner\": \"Ben\", \"before\": null, \"trigger\": {\"at\": null}}")
                .statusCode(200)
                .header("ETag", "\"2.0\"")
                .body("owner", equalTo("Ben"))
                .body("before", nullValue())
                .body("trigger.at", nullValue())
                .body("trigger.description", equalTo("The alarm rings"))
                .body("stages", equalTo(read.path("stages")))
                .body("transitions", equalTo(read.path("transitions")));
        journeys.patch(location, "{\"owner\": \"Ben\"}").statusCode(200).header("ETag", "\"2.0\"");
        journeys.patch(location, "{\"type\": \"PERHAPS\"}").statusCode(400).body("errors.pointer", contains("/type"));
    }

    @Test
    void weightsOfTheStagesMakeOne() {
        var location = journeys.post(Examples.JOURNEY)
                .body("context.stages.weight", contains(0.25f, 0.75f))
                .extract()
                .header("Location");

        journeys.patch(
                        location,
                        "{\"stages\": [{\"name\": \"A\"}, {\"name\": \"B\"}, {\"name\": \"C\"}, {\"name\": \"D\"}]}")
                .statusCode(422); // transitions still name steps
        journeys.patch(location, """
                        {"transitions": null, "entryPoints": null, "evidence": null,
                         "stages": [{"name": "A"}, {"name": "B"}, {"name": "C"}, {"name": "D"}]}""").body("context.stages.weight", contains(0.25f, 0.25f, 0.25f, 0.25f));
        journeys.patch(location, "{\"stages\": [{\"name\": \"A\", \"importance\": 0.3}, {\"name\": \"B\"}]}")
                .body("context.stages.weight", contains(1f, 0f));
    }

    @Test
    void freshnessIsThatOfTheLastChange() {
        var location =
                journeys.post("""
                        {"personaKey": "crm-4711", "name": "Old", "lastReviewedAt": "2020-01-01T00:00:00Z"}""").body("freshness", equalTo("STALE")).extract().header("Location");

        journeys.patch(location, "{\"reviewCadence\": \"P5Y\"}").body("freshness", equalTo("DUE"));
        journeys.patch(location, "{\"reviewCadence\": \"P10Y\"}").body("freshness", equalTo("FRESH"));
        journeys.patch(location, "{\"reviewCadence\": \"P1D\", \"lastReviewedAt\": null}")
                .body("freshness", equalTo("FRESH"));
        journeys.patch(location, "{\"freshness\": \"STALE\"}").body("freshness", equalTo("FRESH"));
    }

    /** What was said, as it is to be read: references by id, and ids of elements where the answer has them. */
    private JsonNode resolved(JsonNode said, JsonNode read) throws JsonProcessingException {
        var text = said.toString()
                .replace("key:crm-4711", persona.toString())
                .replace("key:punctual", needId(persona, "punctual").toString())
                .replace("key:quiet", needId(persona, "quiet").toString())
                .replace("key:look-up", read.at("/stages/0/steps/0/id").asText())
                .replace("key:read", read.at("/stages/1/steps/0/id").asText())
                .replace("key:lead", read.at("/funnel/0/id").asText())
                .replace("key:customer", read.at("/funnel/1/id").asText())
                .replace(
                        "key:late-notice",
                        read.at("/stages/0/steps/0/pains/0/id").asText());
        return numbersAsText(JSON.readTree(text));
    }

    private static JsonNode withoutWhatTheServerAdds(JsonNode read) throws JsonProcessingException {
        var journey = (ObjectNode) read.deepCopy();
        journey.remove(List.of("version", "status", "freshness", "context", "createdAt", "updatedAt"));
        strip(journey);
        return numbersAsText(journey);
    }

    /** Without ids, places and empty lists, none of which the example says. */
    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("id", "pointer"));
            object.properties()
                    .removeIf(field ->
                            field.getValue().isArray() && field.getValue().isEmpty());
            if (object.path("thirdParty").isBoolean() && !object.has("kind")) {
                object.remove("thirdParty");
            }
        }
        node.forEach(JourneyContentTest::strip);
    }

    /** So that 9 and 9.0 are the same. */
    private static JsonNode numbersAsText(JsonNode node) throws JsonProcessingException {
        return JSON.readTree(node.toString().replaceAll("(\\d)\\.0([,}])", "$1$2"));
    }
}
