package dev.waymark.journey.journey;

import static dev.waymark.journey.journey.Neighbourhood.persona;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.waymark.journey.journey.Neighbourhood.Need;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestTopic.Told;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What this service cannot, or need not, take in. */
@QuarkusTest
class UndigestedEventsTest {

    private static final TestTopic DEAD_LETTERS = new TestTopic("waymark.journey.dead-letters");

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final Neighbourhood neighbours = new Neighbourhood(workspace);
    private final JourneyClient journeys = new JourneyClient(workspace);
    private final Need wifi = Need.of("Work on the way");

    @Test
    void eventThatIsNotJsonGoesToTheDeadLettersAndLaterOnesStillArrive() {
        var persona = neighbours.knownPersona(wifi);
        var journey = journeys.create(persona, wifi.id());

        neighbours.tell("persona.updated.v1", persona, 2, "{\"id\": oops");
        neighbours.tell("persona.updated.v1", persona, 3, persona(persona, 3, "After all", wifi));

        journeys.awaitAt(journey, "context.persona.name", "After all");
        assertThat(DEAD_LETTERS.awaitTold(workspace.name(), persona, 1))
                .singleElement()
                .satisfies(letter -> assertThat(letter.json()).isEqualTo("{\"id\": oops"))
                .satisfies(letter -> assertThat(letter.type()).isEqualTo("persona.updated.v1"));
    }

    @Test
    void recordThatIsNoEventGoesToTheDeadLetters() {
        var id = UUID.randomUUID();

        new TestTopic("waymark.gap-maps").send(new Told(neighbours.key(id), Map.of(), "no headers"));

        assertThat(DEAD_LETTERS.awaitTold(workspace.name(), id, 1)).hasSize(1);
    }

    @Test
    void unknownTypeIsIgnored() {
        var persona = neighbours.knownPersona(wifi);
        var journey = journeys.create(persona, wifi.id());

        neighbours.tell("persona.cloned.v1", persona, 2, "{\"name\": 7}");
        neighbours.tell("persona.updated.v2", persona, 3, "{\"name\": 7}");

        neighbours.awaitTaken("persona", persona);
        journeys.read(journey).header("ETag", "\"1.0\"").body("context.persona.name", equalTo("Traveller"));
        assertThat(DEAD_LETTERS.told(workspace.name(), persona)).isEmpty();
    }

    @Test
    void eventOfAnotherWorkspaceChangesNothingHere() {
        var persona = neighbours.knownPersona(wifi);
        var journey = journeys.create(persona, wifi.id());
        var elsewhere = new Neighbourhood(TestWorkspace.fresh());

        elsewhere.tell("persona.updated.v1", persona, 2, persona(persona, 2, "Somebody else's", wifi));

        elsewhere.awaitTaken("persona", persona);
        journeys.read(journey).header("ETag", "\"1.0\"").body("context.persona.name", equalTo("Traveller"));
    }
}
