package dev.waymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.StoredOpenApi;
import dev.waymark.journey.neighbour.KnownGapMap;
import dev.waymark.journey.neighbour.KnownPersona;
import dev.waymark.testing.Contracts;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestTopic.Told;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this service tells is what it has promised, and it understands what its neighbours have promised. */
@QuarkusTest
class ContractTest {

    private static final String SERVICE = "journey-service";
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final TestTopic topic = new TestTopic("waymark.journeys");

    @Test
    void openApiIsReviewed() {
        new StoredOpenApi(SERVICE).isReviewed();
    }

    @Test
    void aDraftWithoutAnythingButItsNameIsToldAsPromised() {
        var id = create("{\"personaKey\": \"crm-4711\", \"name\": \"Some trip\"}");

        var told = topic.awaitTold(workspace.name(), id, 1);

        assertThat(told).extracting(Told::type).containsExactly("journey.created.v1");
        Contracts.requireValid(SERVICE, told.getFirst().type(), told.getFirst().json());
    }

    @Test
    void aWholeLifeIsToldAsPromised() {
        var id = create(Examples.JOURNEY);
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

        Contracts.requireLife(
                SERVICE,
                told,
                "journey.created.v1",
                "journey.updated.v1",
                "journey.archived.v1",
                "journey.updated.v1",
                "journey.deleted.v1");
    }

    @Test
    void everyEventNamesItsOriginInCloudEventsHeaders() {
        var id = create(Examples.JOURNEY);

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

    /** @param journey of the persona {@code crm-4711}, which this service has heard of by then */
    private UUID create(String journey) {
        var persona = UUID.randomUUID();
        new TestTopic("waymark.personas")
                .publish(workspace.name(), persona, 1, "persona.created.v1", Examples.persona(persona));
        // As long as the service has not heard of the persona, it refuses her key.
        return UUID.fromString(Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> workspace.editor().body(journey).post("/v1/journeys"), a -> a.statusCode() == 201)
                .path("id"));
    }
}
