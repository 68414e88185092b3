package dev.waymark.persona;

import dev.waymark.refusals.AccessMatrix;
import dev.waymark.refusals.AccessSample;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody gets in where he should not: every operation, every kind of caller. */
@QuarkusTest
class AccessTest {

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void everyOperationLetsInWhomItShould() {
        var segment = put("/v1/segments/by-key/there", "{\"name\": \"Commuters\"}");
        var persona = put("/v1/personas/by-key/there", """
                {"name": "Traveller", "needs": [{"key": "quiet", "statement": "A quiet half hour", "kind": "EMOTIONAL"}]}""");

        new AccessMatrix(
                        "persona-service",
                        new AccessSample(workspace, Map.of("personas", persona, "segments", segment)))
                .isReviewed();
    }

    private String put(String path, String body) {
        return workspace
                .editor()
                .body(body)
                .put(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
