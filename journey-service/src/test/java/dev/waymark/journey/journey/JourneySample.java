package dev.waymark.journey.journey;

import dev.waymark.journey.Examples;
import dev.waymark.refusals.WorkspaceSample;
import dev.waymark.testing.TestWorkspace;
import java.util.Map;
import java.util.UUID;

/**
 * A workspace with the journey that the API description shows, begun by a stage that nothing refers to, and its persona
 * next door.
 */
public final class JourneySample {

    private static final String STAGES = "\"stages\": [";
    private static final String STAGE = """
            {"key": "use", "name": "Use", "phase": "USAGE", "steps": [
              {"key": "wait", "name": "Wait", "touchpoints": [{"key": "gate", "name": "Gate"}]}]},""";

    private JourneySample() {}

    public static WorkspaceSample make() {
        var workspace = TestWorkspace.fresh();
        var neighbours = new Neighbourhood(workspace);
        var persona = UUID.randomUUID();
        neighbours.tell("persona.created.v1", persona, 1, Examples.persona(persona));
        neighbours.awaitHeardOf(persona);
        var journey = workspace.put(
                "/v1/journeys/by-key/there",
                Examples.JOURNEY.replace("\"trip-17\"", "\"there\"").replace(STAGES, STAGES + STAGE));
        return new WorkspaceSample(workspace, Map.of("journeys", journey));
    }
}
