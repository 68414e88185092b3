package dev.waymark.persona;

import dev.waymark.refusals.WorkspaceSample;
import dev.waymark.testing.TestWorkspace;
import java.util.Map;

/** A workspace with a segment and a persona. */
final class PersonaSample {

    private PersonaSample() {}

    static WorkspaceSample make() {
        var workspace = TestWorkspace.fresh();
        var segment = workspace.put("/v1/segments/by-key/there", "{\"name\": \"Commuters\"}");
        var persona = workspace.put("/v1/personas/by-key/there", """
                {"name": "Traveller", "needs": [{"key": "quiet", "statement": "A quiet half hour", "kind": "EMOTIONAL"}]}""");
        return new WorkspaceSample(workspace, Map.of("personas", persona, "segments", segment));
    }
}
