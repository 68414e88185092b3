package dev.waymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.journey.neighbour.KnownGapMap;
import dev.waymark.journey.neighbour.KnownPersona;
import dev.waymark.testing.Contracts;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestTopic.Told;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this service tells is what it has promised, and it understands what its neighbours have promised. */
@QuarkusTest
class ContractTest {

    private static final String SERVICE = "journey-service";
    private static final String FULL = """
            {"externalKey": "trip-17", "personaId": "%1$s", "name": "Booking", "scenario": "At short notice",
             "stages": [
               {"key": "book", "name": "Book", "phase": "PURCHASE", "importance": 0.6, "description": "From search to seat",
                "needIds": ["%1$s"],
                "steps": [
                  {"key": "seat", "name": "Choose a seat", "intent": "Sit alone", "needIds": ["%1$s"], "emotion": -1,
                   "touchpoints": [
                     {"key": "map", "name": "Seat map", "channel": "app", "kind": "DIGITAL", "thirdParty": true},
                     {"name": "Gate desk"}]},
                  {"name": "Pay"}]},
               {"name": "Fly", "phase": "USAGE"}]}
            """;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final TestTopic topic = new TestTopic("waymark.journeys");

    @Test
    void openApiIsReviewed() {
        Contracts.openApiIsReviewed(SERVICE);
    }

    @Test
    void aDraftWithoutAnythingButItsNameIsToldAsPromised() {
        var id = create("{\"personaId\": \"%s\", \"name\": \"Some trip\"}");

        var told = topic.awaitTold(workspace.name(), id, 1);

        assertThat(told).extracting(Told::type).containsExactly("journey.created.v1");
        Contracts.requireValid(SERVICE, told.getFirst().type(), told.getFirst().json());
    }

    @Test
    void aWholeLifeIsToldAsPromised() {
        var id = create(FULL);
        workspace.editor().post("/v1/journeys/" + id + "/publish").then().statusCode(200);
        workspace.editor().post("/v1/journeys/" + id + "/archive").then().statusCode(200);
        workspace.editor().post("/v1/journeys/" + id + "/restore").then().statusCode(200);
        workspace
                .admin()
                .header("If-Match", "*")
                .delete("/v1/journeys/" + id)
                .then()
                .statusCode(204);

        var told = topic.awaitTold(workspace.name(), id, 6);

        assertThat(told)
                .extracting(Told::type)
                .containsExactly(
                        "journey.created.v1",
                        "journey.updated.v1",
                        "journey.archived.v1",
                        "journey.updated.v1",
                        "journey.deleted.v1",
                        "journey.deleted.v1");
        assertThat(told).extracting(Told::version).containsExactly(1, 2, 3, 4, 5, 5);
        told.subList(0, 5).forEach(event -> Contracts.requireValid(SERVICE, event.type(), event.json()));
        assertThat(told.getLast().json()).as("a tombstone").isNull();
        assertThat(told.getLast().headers()).isEqualTo(told.get(4).headers());
    }

    @Test
    void everyEventNamesItsOriginInCloudEventsHeaders() {
        var id = create(FULL);

        var told = topic.awaitTold(workspace.name(), id, 1).getFirst();

        Contracts.requireOrigin(told, SERVICE, workspace, id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"journey.created.v1", "journey.updated.v1", "journey.archived.v1", "journey.deleted.v1"})
    void examplesKeepThePromise(String event) {
        assertThat(Contracts.example(SERVICE, event)).isNotBlank();
    }

    @Test
    void aPersonaIsUnderstood() {
        var persona = Contracts.example("persona-service", "persona.created.v1", KnownPersona.class);

        assertThat(persona).hasNoNullFieldsOrProperties();
        assertThat(persona.needs()).isNotEmpty().first().hasNoNullFieldsOrProperties();
    }

    @Test
    void aGapMapIsUnderstood() {
        var map = Contracts.example("gapmap-service", "gap-map.updated.v1", KnownGapMap.class);

        assertThat(map).hasNoNullFieldsOrProperties();
        assertThat(map.gaps()).isNotEmpty().first().hasNoNullFieldsOrProperties();
    }

    /** @param journey with a place for the id of a persona that this service has heard of */
    private UUID create(String journey) {
        var persona = UUID.randomUUID();
        new TestTopic("waymark.personas")
                .publish(workspace.name(), persona, 1, "persona.created.v1", """
                        {"id": "%s", "name": "Traveller", "status": "DRAFT", "needs": []}""".formatted(persona));
        return UUID.fromString(workspace
                .editor()
                .body(journey.formatted(persona))
                .post("/v1/journeys")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }
}
