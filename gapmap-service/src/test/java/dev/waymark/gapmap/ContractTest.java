package dev.waymark.gapmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.StoredOpenApi;
import dev.waymark.gapmap.neighbour.KnownJourney;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.testing.Contracts;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestTopic.Told;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this service tells is what it has promised, and it understands what its neighbours have promised. */
@QuarkusTest
class ContractTest {

    private static final String SERVICE = "gapmap-service";
    private static final TestTopic MAPS = new TestTopic("waymark.gap-maps");
    private static final TestTopic PROVIDERS = new TestTopic("waymark.providers");

    @Test
    void openApiIsReviewed() {
        new StoredOpenApi(SERVICE).isReviewed();
    }

    @Test
    void aWholeLifeOfAMapIsToldAsPromised() {
        var fixture = GapMapFixture.make();
        for (var move : List.of("publish", "archive", "restore")) {
            fixture.workspace()
                    .editor()
                    .post(fixture.path() + "/" + move)
                    .then()
                    .statusCode(200);
        }
        var admin = fixture.workspace().admin().header("If-Match", "*");
        admin.delete(fixture.path()).then().statusCode(204);

        var told = MAPS.awaitTold(fixture.workspace().name(), UUID.fromString(fixture.map()), 6);

        Contracts.requireLife(
                SERVICE,
                told,
                "gap-map.created.v1",
                "gap-map.updated.v1",
                "gap-map.archived.v1",
                "gap-map.updated.v1",
                "gap-map.deleted.v1");
    }

    @Test
    void anImportIsToldOnceWithItsGaps() {
        var fixture = GapMapFixture.make("""
                {"minResponses": 2, "parityMargin": 0.3, "missing": ["0"], "importanceSource": "RELATIVE_WEIGHTS",
                 "crosshair": "MEDIAN", "thresholds": {"satisfied": 1, "easy": 1},
                 "outcome": {"name": "again", "min": 0, "max": 1}}""");
        fixture.upload(
                        "{\"provider\": \"who\", \"needs\": {\"speed\": \"key:need-0\"}, \"outcome\": \"again\"}",
                        "who,speed,again\nown,1,0\nown,2,0\nown,1,0\none,4,1\none,5,1\none,5,1\n")
                .statusCode(201);

        var told = MAPS.awaitTold(fixture.workspace().name(), UUID.fromString(fixture.map()), 2);

        assertThat(told).extracting(Told::type).containsExactly("gap-map.created.v1", "gap-map.updated.v1");
        Contracts.requireValid(SERVICE, told.getLast().type(), told.getLast().json());
        var imported = JsonPath.from(told.getLast().json());
        assertThat(imported.getInt("responses")).isEqualTo(6);
        assertThat(imported.getString("gaps[0].verdict")).isEqualTo("GAP");
        assertThat(imported.getString("gaps[0].bestCompetitorName")).isEqualTo("Provider one");
    }

    @Test
    void aMapWithoutAnythingButItsProvidersIsToldAsPromised() {
        var workspace = TestWorkspace.fresh();
        var persona = PersonaNextDoor.arrives(workspace, 0);
        var id = UUID.fromString(workspace
                .editor()
                .body("{\"name\": \"Bare\", \"personaId\": \"%s\", \"ownProviderId\": \"%s\"}"
                        .formatted(persona.id(), GapMapFixture.provider(workspace, "own")))
                .post("/v1/gap-maps")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));

        var event = MAPS.awaitTold(workspace.name(), id, 1).getFirst();

        Contracts.requireValid(SERVICE, event.type(), event.json());
        Contracts.requireOrigin(event, SERVICE, workspace, id);
    }

    @Test
    void aWholeLifeOfAProviderIsToldAsPromised() {
        var workspace = TestWorkspace.fresh();
        var id = UUID.fromString(GapMapFixture.provider(workspace, "own"));
        workspace
                .editor()
                .body("{\"name\": \"Renamed\", \"kind\": \"OWN\"}")
                .put("/v1/providers/by-key/own")
                .then()
                .statusCode(200);
        workspace
                .admin()
                .header("If-Match", "*")
                .delete("/v1/providers/" + id)
                .then()
                .statusCode(204);

        var told = PROVIDERS.awaitTold(workspace.name(), id, 4);

        Contracts.requireLife(SERVICE, told, "provider.created.v1", "provider.updated.v1", "provider.deleted.v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gap-map.created.v1",
                "gap-map.updated.v1",
                "gap-map.archived.v1",
                "gap-map.deleted.v1",
                "provider.created.v1",
                "provider.updated.v1",
                "provider.archived.v1",
                "provider.deleted.v1"
            })
    void examplesKeepThePromise(String event) {
        assertThat(Contracts.example(SERVICE, event)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"persona.created.v1", "persona.updated.v1", "persona.archived.v1"})
    void aPersonaIsUnderstood(String event) {
        var persona = Contracts.example("persona-service", event, KnownPersona.class);

        assertThat(persona).hasNoNullFieldsOrProperties();
        assertThat(persona.needs()).isNotEmpty().first().hasNoNullFieldsOrProperties();
    }

    @ParameterizedTest
    @ValueSource(strings = {"journey.created.v1", "journey.updated.v1", "journey.archived.v1"})
    void aJourneyIsUnderstood(String event) {
        var journey = Contracts.example("journey-service", event, KnownJourney.class);

        assertThat(journey).hasNoNullFieldsOrProperties();
        assertThat(journey.stages()).isNotEmpty().first().hasNoNullFieldsOrProperties();
        assertThat(journey.stages())
                .anySatisfy(stage -> assertThat(stage.needIds()).isNotEmpty());
        assertThat(journey.stages()).anySatisfy(stage -> assertThat(stage.steps())
                .anySatisfy(step -> assertThat(step.needIds()).isNotEmpty()));
    }
}
