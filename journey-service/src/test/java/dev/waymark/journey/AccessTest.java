package dev.waymark.journey;

import dev.waymark.refusals.AccessMatrix;
import dev.waymark.refusals.AccessSample;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody gets in where he should not: every operation, every kind of caller. */
@QuarkusTest
class AccessTest {

    private static final String JOURNEY = """
            {"name": "Trip", "personaId": "%s", "stages": [
              {"key": "use", "name": "Use", "phase": "USAGE", "steps": [
                {"key": "wait", "name": "Wait", "touchpoints": [{"key": "gate", "name": "Gate"}]}]}]}""";

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void everyOperationLetsInWhomItShould() {
        String journey = workspace
                .editor()
                .body(JOURNEY.formatted(UUID.randomUUID()))
                .put("/v1/journeys/by-key/there")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        new AccessMatrix("journey-service", new AccessSample(workspace, Map.of("journeys", journey))).isReviewed();
    }
}
