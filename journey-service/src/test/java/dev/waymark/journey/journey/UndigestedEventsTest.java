package dev.waymark.journey.journey;

import static dev.waymark.journey.journey.Neighbourhood.SOON;
import static dev.waymark.journey.journey.Neighbourhood.persona;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.waymark.journey.journey.Neighbourhood.Need;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What this service cannot, or need not, take in. */
@QuarkusTest
class UndigestedEventsTest {

    private static final Topic DEAD_LETTERS = new Topic("waymark.journey.dead-letters").created();

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
        await().atMost(SOON).untilAsserted(() -> assertThat(DEAD_LETTERS.read(neighbours.key(persona)))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.value()).asString(StandardCharsets.UTF_8).isEqualTo("{\"id\": oops");
                    assertThat(Topic.header(letter, "ce_type")).isEqualTo("persona.updated.v1");
                }));
    }

    @Test
    void recordThatIsNoEventGoesToTheDeadLetters() {
        var id = UUID.randomUUID();

        new Topic("waymark.gap-maps").send(neighbours.key(id), Map.of(), "no headers".getBytes(StandardCharsets.UTF_8));

        await().atMost(SOON).untilAsserted(() -> assertThat(DEAD_LETTERS.read(neighbours.key(id)))
                .hasSize(1));
    }

    @Test
    void unknownTypeIsIgnored() {
        var persona = neighbours.knownPersona(wifi);
        var journey = journeys.create(persona, wifi.id());

        neighbours.tell("persona.cloned.v1", persona, 2, "{\"name\": 7}");
        neighbours.tell("persona.updated.v2", persona, 3, "{\"name\": 7}");

        neighbours.awaitTaken("persona", persona);
        journeys.read(journey).header("ETag", "\"1.0\"").body("context.persona.name", equalTo("Traveller"));
        assertThat(DEAD_LETTERS.read(neighbours.key(persona))).isEmpty();
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
