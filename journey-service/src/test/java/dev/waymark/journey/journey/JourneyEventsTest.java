package dev.waymark.journey.journey;

import static dev.waymark.journey.journey.Neighbourhood.persona;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.journey.journey.Neighbourhood.Need;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestTopic.Told;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What this service tells the others, read from its topic. */
@QuarkusTest
class JourneyEventsTest {

    private static final TestTopic JOURNEYS = new TestTopic("waymark.journeys");

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final Neighbourhood neighbours = new Neighbourhood(workspace);
    private final JourneyClient journeys = new JourneyClient(workspace);
    private final Need wifi = Need.of("Work on the way");

    @Test
    void eventHoldsTheWholeDocumentWithoutItsContext() {
        var journey = journeys.create(neighbours.knownPersona(wifi), wifi.id());
        var id = idOf(journey);

        var told = JOURNEYS.awaitTold(workspace.name(), id, 1).getFirst();

        Map<String, Object> shown = journeys.read(journey).extract().jsonPath().getMap("");
        assertThat(shown).containsKeys("personaId", "stages", "status", "context", "createdAt");
        shown.remove("context");
        Map<String, Object> data = JsonPath.from(told.json()).getMap("");
        assertThat(data.remove("changedElements")).as("beside the document").isNotNull();
        assertThat(data).isEqualTo(shown);
    }

    @Test
    void editIsToldWithItsVersionAndAnEditThatChangesNothingIsNot() {
        var persona = neighbours.knownPersona(wifi);
        var journey = journeys.create(persona, wifi.id());
        var edited = JourneyClient.draft(persona);
        journeys.put(journey, "*", edited).statusCode(200);
        journeys.put(journey, "*", edited).statusCode(200);
        journeys.put(journey, "*", edited.replace("Booking", "Rebooking")).statusCode(200);

        var told = JOURNEYS.awaitTold(workspace.name(), idOf(journey), 3);

        assertThat(told).extracting(Told::version).containsExactly(1, 2, 3);
        assertThat(JsonPath.from(told.getLast().json()).<String>get("name")).isEqualTo("Rebooking");
    }

    @Test
    void whatNeighboursTellMakesNoEvent() {
        var persona = neighbours.knownPersona(wifi);
        var journey = journeys.create(persona, wifi.id());
        neighbours.tell("persona.updated.v1", persona, 2, persona(persona, 2, "Frequent traveller", wifi));
        journeys.awaitAt(journey, "context.persona.name", "Frequent traveller");

        journeys.put(journey, "*", JourneyClient.draft(persona)).statusCode(200);

        assertThat(JOURNEYS.awaitTold(workspace.name(), idOf(journey), 2))
                .extracting(Told::version)
                .containsExactly(1, 2);
    }

    private static UUID idOf(String journey) {
        return UUID.fromString(journey.substring(journey.lastIndexOf('/') + 1));
    }
}
