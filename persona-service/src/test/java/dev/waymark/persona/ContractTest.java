package dev.waymark.persona;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.StoredOpenApi;
import dev.waymark.persona.neighbour.KnownGapMap;
import dev.waymark.persona.neighbour.KnownJourney;
import dev.waymark.testing.Contracts;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestTopic.Told;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this service tells is what it has promised, and it understands what its neighbours have promised. */
@QuarkusTest
class ContractTest {

    private static final String SERVICE = "persona-service";
    private static final String FULL = """
            {"externalKey": "crm-17", "name": "Frequent traveller", "headline": "Flies twice a week", "quote": "Hurry",
             "portraitUrl": "https://example.org/p.jpg", "description": "d", "lifeStage": "Family",
             "demographics": {"age": 42, "city": "Porto"}, "psychographics": {"earlyAdopter": true},
             "goals": [{"text": "t"}], "behaviours": [{"text": "t"}], "motivations": [{"text": "t"}],
             "pains": [{"text": "t"}], "gains": [{"text": "t"}], "triggers": [{"key": "t", "text": "t"}],
             "channels": [{"channel": "App", "preference": 9}], "segmentIds": ["key:flyers"],
             "needs": [{"key": "wifi", "statement": "Work on the way", "kind": "FUNCTIONAL", "importance": 8.5,
                        "importanceSource": "SURVEYED", "kanoClass": "MUST_BE"},
                       {"statement": "Feel expected", "kind": "EMOTIONAL"}],
             "traits": [{"name": "Risk", "score": 20, "low": "Careful", "high": "Daring"}],
             "evidence": [{"elementId": "key:wifi", "field": "importance", "method": "SURVEY", "date": "2026-01-31"}],
             "businessImportance": 9, "expectedGrowth": 0.05, "tags": ["core"], "owner": "Ann"}
            """;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final TestTopic topic = new TestTopic("waymark.personas");

    @Test
    void openApiIsReviewed() {
        new StoredOpenApi(SERVICE).isReviewed();
    }

    @Test
    void aDraftWithoutAnythingButItsNameIsToldAsPromised() {
        var id = create("{\"name\": \"Somebody\"}");

        var told = topic.awaitTold(workspace.name(), id, 1);

        assertThat(told).extracting(Told::type).containsExactly("persona.created.v1");
        Contracts.requireValid(SERVICE, told.getFirst().type(), told.getFirst().json());
    }

    @Test
    void aWholeLifeIsToldAsPromised() {
        var id = create(FULL);
        workspace.editor().post("/v1/personas/" + id + "/publish").then().statusCode(200);
        workspace.editor().post("/v1/personas/" + id + "/archive").then().statusCode(200);
        workspace
                .admin()
                .header("If-Match", "*")
                .delete("/v1/personas/" + id)
                .then()
                .statusCode(204);

        var told = topic.awaitTold(workspace.name(), id, 5);

        Contracts.requireLife(
                SERVICE, told, "persona.created.v1", "persona.updated.v1", "persona.archived.v1", "persona.deleted.v1");
    }

    @Test
    void everyEventNamesItsOriginInCloudEventsHeaders() {
        var id = create(FULL);

        var told = topic.awaitTold(workspace.name(), id, 1).getFirst();

        Contracts.requireOrigin(told, SERVICE, workspace, id);
    }

    @Test
    void everyEventNamesTheElementsThatChanged() {
        var id = create(FULL);
        var needs = workspace.viewer().get("/v1/personas/" + id).jsonPath().getList("needs.id", String.class);
        workspace.editor().post("/v1/personas/" + id + "/archive").then().statusCode(200);

        var told = topic.awaitTold(workspace.name(), id, 2);

        assertThat(JsonPath.from(told.getFirst().json()).getList("changedElements", String.class))
                .hasSize(11)
                .doesNotHaveDuplicates()
                .containsAll(needs);
        assertThat(JsonPath.from(told.get(1).json()).getList("changedElements")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"persona.created.v1", "persona.updated.v1", "persona.archived.v1", "persona.deleted.v1"})
    void examplesKeepThePromise(String event) {
        assertThat(Contracts.example(SERVICE, event)).isNotBlank();
    }

    @Test
    void aJourneyIsUnderstood() {
        var journey = Contracts.example("journey-service", "journey.created.v1", KnownJourney.class);

        assertThat(journey).hasNoNullFieldsOrProperties();
    }

    @Test
    void aGapMapIsUnderstood() {
        var map = Contracts.example("gapmap-service", "gap-map.updated.v1", KnownGapMap.class);

        assertThat(map).hasNoNullFieldsOrProperties();
        assertThat(map.gaps()).isNotEmpty().first().hasNoNullFieldsOrProperties();
    }

    private UUID create(String persona) {
        workspace.editor().body("{\"name\": \"Flyers\"}").put("/v1/segments/by-key/flyers");
        return UUID.fromString(workspace
                .editor()
                .body(persona)
                .post("/v1/personas")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }
}
