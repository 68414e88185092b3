package dev.waymark.persona.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.Contracts;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestTopic.Told;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of segments is what has been promised. */
@QuarkusTest
class SegmentContractTest {

    private static final String SERVICE = "persona-service";
    private static final String FULL = """
            {"externalKey": "crm-4", "name": "Frequent flyers", "description": "Twenty flights a year or more",
             "criteria": [{"key": "flights", "attribute": "flights", "kind": "BEHAVIOURAL", "operator": "GE", "value": 20},
                          {"attribute": "country", "kind": "DEMOGRAPHIC", "operator": "IN", "value": ["PT", "ES"]},
                          {"attribute": "email", "kind": "DEMOGRAPHIC", "operator": "EXISTS"}],
             "size": 120000, "valueShare": 0.35, "expectedGrowth": 0.05, "tags": ["core"], "owner": "Ann",
             "evidence": [{"elementId": "key:flights", "field": "value", "method": "ANALYTICS", "date": "2026-01-31"}]}
            """;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final TestTopic topic = new TestTopic("waymark.segments");

    @Test
    void aDraftWithoutAnythingButItsNameIsToldAsPromised() {
        var told = topic.awaitTold(workspace.name(), create("{\"name\": \"Somebody\"}"), 1);

        assertThat(told).extracting(Told::type).containsExactly("segment.created.v1");
        Contracts.requireValid(SERVICE, told.getFirst().type(), told.getFirst().json());
    }

    @Test
    void aWholeLifeIsToldAsPromised() {
        var id = create(FULL);
        workspace.editor().post("/v1/segments/" + id + "/publish").then().statusCode(200);
        workspace.editor().post("/v1/segments/" + id + "/archive").then().statusCode(200);
        workspace
                .admin()
                .header("If-Match", "*")
                .delete("/v1/segments/" + id)
                .then()
                .statusCode(204);

        var told = topic.awaitTold(workspace.name(), id, 5);

        Contracts.requireLife(
                SERVICE, told, "segment.created.v1", "segment.updated.v1", "segment.archived.v1", "segment.deleted.v1");
        Contracts.requireOrigin(told.getFirst(), SERVICE, workspace, id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"segment.created.v1", "segment.updated.v1", "segment.archived.v1", "segment.deleted.v1"})
    void examplesKeepThePromise(String event) {
        assertThat(Contracts.example(SERVICE, event)).isNotBlank();
    }

    private UUID create(String segment) {
        return UUID.fromString(workspace
                .editor()
                .body(segment)
                .post("/v1/segments")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }
}
