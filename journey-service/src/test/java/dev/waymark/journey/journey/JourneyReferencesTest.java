package dev.waymark.journey.journey;

import static dev.waymark.journey.journey.Neighbourhood.persona;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.waymark.journey.journey.Neighbourhood.Need;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a journey may refer to: steps of its own, another journey, its persona and the persona's needs. */
@QuarkusTest
class JourneyReferencesTest {

    private static final String STEPS = """
            "stages": [{"key": "stage", "name": "Stage", "steps": [
              {"key": "a", "name": "A"}, {"key": "b", "name": "B"}, {"key": "c", "name": "C"}]}]""";

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final Neighbourhood neighbours = new Neighbourhood(workspace);
    private final JourneyClient journeys = new JourneyClient(workspace);
    private final Need wifi = Need.of("Work on the way");
    private UUID persona;

    @BeforeEach
    void hearOfThePersona() {
        persona = neighbours.knownPersona(wifi);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /transitions/1/to    | "transitions": [{"from": "key:a", "to": "key:b", "probability": 0.1}, {"from": "key:a", "to": "key:z", "probability": 0.1}]
            /transitions/0/from  | "transitions": [{"from": "key:stage", "to": "key:b", "probability": 0.1}]
            /transitions/0/to    | "transitions": [{"from": "key:a", "to": "019aa5b1-3d21-7c02-9a11-5e8f7b6c4d22", "probability": 0.1}]
            /entryPoints/0/stepId| "entryPoints": [{"stepId": "key:stage", "share": 0.1}]
            /evidence/0/elementId| "evidence": [{"elementId": "key:z", "method": "SURVEY"}]
            /pairedJourneyId     | "pairedJourneyId": "key:nowhere"
            /pairedJourneyId     | "pairedJourneyId": "019aa5b1-3d21-7c02-9a11-5e8f7b6c4d22"
            """)
    void whatDoesNotExistIsRefused(String pointer, String said) {
        post(STEPS + "," + said)
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-reference"))
                .body("errors.pointer", contains(pointer.strip()));
    }

    @Test
    void stageOfTheFunnelMustBeOne() {
        var funnel =
                "\"funnel\": [{\"key\": \"lead\", \"name\": \"Lead\"}], \"stages\": [{\"key\": \"s\", \"name\": \"S\","
                        + " \"funnelStage\": \"%s\"}]";
        var made = post(funnel.formatted("key:lead")).statusCode(201).extract();

        made.response().then().body("stages[0].funnelStage", equalTo(made.path("funnel[0].id")));
        post(funnel.formatted("key:s")).statusCode(422).body("errors.pointer", contains("/stages/0/funnelStage"));
    }

    @Test
    void probabilitiesFromAStepMakeOneAtMost() {
        var three = """
                "transitions": [{"from": "key:a", "to": "key:b", "probability": 0.7},
                  {"from": "key:b", "to": "key:b", "probability": 1},
                  {"from": "key:a", "to": "key:c", "probability": %s}]""";
        post(STEPS + "," + three.formatted("0.3")).statusCode(201);

        post(STEPS + "," + three.formatted("0.300001"))
                .statusCode(400)
                .body("errors.pointer", contains("/transitions/2/probability"));
    }

    @Test
    void tenTenthsAreOne() {
        var tenth = "{\"from\": \"key:a\", \"to\": \"key:b\", \"probability\": 0.1}";
        post(STEPS + ", \"transitions\": [" + (tenth + ",").repeat(9) + tenth + "]")
                .statusCode(201);
    }

    @Test
    void sharesOfEntryPointsMakeOneAtMost() {
        var two = "\"entryPoints\": [{\"stepId\": \"key:a\", \"share\": 0.6}, {\"stepId\": \"key:b\", \"share\": %s}]";
        post(STEPS + "," + two.formatted("0.4")).statusCode(201);

        post(STEPS + "," + two.formatted("0.5"))
                .statusCode(400)
                .body("errors.pointer", contains("/entryPoints/1/share"));
    }

    @Test
    void needOfThePersonaIsNamedByItsKeyOnceItIsKnown() {
        var legroom = Need.of("Stretch the legs");
        var byKey = "\"stages\": [{\"name\": \"Fly\", \"needIds\": [\"%s\", \"key:Stretch-the-legs\"]}]"
                .formatted(wifi.id());
        post(byKey)
                .statusCode(422)
                .body("errors.pointer", contains("/stages/0/needIds/1"))
                .body("detail", containsString("key:Stretch-the-legs"));

        var probe = journeys.create(persona);
        neighbours.tell("persona.updated.v1", persona, 2, persona(persona, 2, "Traveller", wifi, legroom));
        journeys.awaitAt(probe, "context.persona.version", 2);
        post(byKey)
                .statusCode(201)
                .body(
                        "stages[0].needIds",
                        contains(wifi.id().toString(), legroom.id().toString()));
    }

    @Test
    void needNamedTwiceIsRefusedHoweverItIsNamed() {
        post("\"stages\": [{\"name\": \"Fly\", \"needIds\": [\"%s\", \"key:Work-on-the-way\"]}]".formatted(wifi.id()))
                .statusCode(400)
                .body("errors.pointer", contains("/stages/0/needIds/1"));
        post("\"stages\": [{\"name\": \"Fly\", \"needIds\": [\"key:Work-on-the-way\", \"key:Work-on-the-way\"]}]")
                .statusCode(400)
                .body("errors.pointer", contains("/stages/0/needIds"));
    }

    @Test
    void needOfAnUnknownPersonaIsNotNamedByKey() {
        journeys.post("""
                        {"personaId": "%s", "name": "Trip", "stages": [{"name": "Fly", "needIds": ["key:wifi"]}]}
                        """.formatted(UUID.randomUUID()))
                .statusCode(422)
                .body("errors.pointer", contains("/stages/0/needIds/0"));
    }

    @Test
    void personaIsNamedByItsKeyWhileItIsThere() {
        var byKey = "{\"personaId\": \"key:crm-%s\", \"name\": \"Trip\"}";
        journeys.post(byKey.formatted(persona)).statusCode(201).body("personaId", equalTo(persona.toString()));
        journeys.post(byKey.formatted("none")).statusCode(422).body("errors.pointer", contains("/personaId"));

        var probe = journeys.create(persona);
        neighbours.tellDeleted("persona", persona, 2);
        journeys.awaitAt(probe, "context.persona.status", "DELETED");
        journeys.post(byKey.formatted(persona)).statusCode(422).body("errors.pointer", contains("/personaId"));
    }

    @Test
    void personaToldAMomentLaterIsWaitedFor() {
        var late = UUID.randomUUID();
        neighbours.tell("persona.created.v1", late, 1, persona(late, 1, "Late", wifi));

        journeys.post("""
                        {"personaKey": "crm-%s", "name": "Trip", "stages": [
                          {"name": "Fly", "needIds": ["key:Work-on-the-way"]}]}""".formatted(late))
                .statusCode(201)
                .body("personaId", equalTo(late.toString()))
                .body("stages[0].needIds", contains(wifi.id().toString()));
    }

    @Test
    void someJourneyMustSayWhoseItIs() {
        journeys.post("{\"name\": \"Trip\"}").statusCode(400).body("errors.pointer", hasItem("/personaId"));
    }

    @Test
    void pairIsOfBothTypesAndOnePersona() {
        var now = post("\"externalKey\": \"now\"").extract();
        var later = post("\"type\": \"TO_BE\", \"externalKey\": \"later\", \"pairedJourneyId\": \"key:now\"")
                .statusCode(201)
                .body("pairedJourneyId", equalTo(now.path("id")))
                .extract();
        var location = now.header("Location");
        journeys.patch(location, "{\"pairedJourneyId\": \"key:later\"}")
                .statusCode(200)
                .body("pairedJourneyId", equalTo(later.path("id")));

        refuseToPair(post("\"pairedJourneyId\": \"key:now\""), "of the type AS_IS too");
        refuseToPair(journeys.patch(location, "{\"pairedJourneyId\": \"key:now\"}"), "with itself");
        refuseToPair(journeys.post("""
                        {"personaId": "%s", "name": "Theirs", "type": "TO_BE", "pairedJourneyId": "key:now"}
                        """.formatted(neighbours.knownPersona(wifi))), "another persona");
    }

    @Test
    void whatIsPairedNeitherGoesNorChangesItsType() {
        var now = post("\"externalKey\": \"now\"").extract().header("Location");
        var later = post("\"type\": \"TO_BE\", \"pairedJourneyId\": \"key:now\"")
                .extract()
                .header("Location");

        journeys.patch(now, "{\"type\": \"TO_BE\"}").statusCode(409);
        journeys.read(now).body("type", equalTo("AS_IS")).body("version", equalTo(1));
        delete(now).statusCode(409);
        journeys.patch(later, "{\"pairedJourneyId\": null}").statusCode(200);
        delete(now).statusCode(204);
    }

    private static void refuseToPair(ValidatableResponse answer, String why) {
        answer.statusCode(409)
                .body("errors.pointer", contains("/pairedJourneyId"))
                .body("errors.detail", contains(containsString(why)));
    }

    private ValidatableResponse delete(String journey) {
        return workspace.admin().header("If-Match", "*").delete(journey).then();
    }

    private ValidatableResponse post(String said) {
        return journeys.post("{\"personaId\": \"%s\", \"name\": \"Trip\", %s}".formatted(persona, said));
    }
}
