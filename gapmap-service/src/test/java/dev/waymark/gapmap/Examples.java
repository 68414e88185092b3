package dev.waymark.gapmap;

import dev.waymark.testing.Contracts;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestWorkspace;
import io.restassured.path.json.JsonPath;
import java.util.UUID;

/** What the API description shows, for tests to send, and what the neighbours' examples tell of the documents it is about. */
final class Examples {

    static final String GAP_MAP = Contracts.shown("gap-maps");
    static final String PROVIDER = Contracts.shown("providers");

    private static final String PERSONA = "persona.created.v1";
    private static final String JOURNEY = "journey.created.v1";

    private Examples() {}

    /** The persona and the journey of the map; the service may take a while to hear of them. */
    static void tellOfNeighbours(TestWorkspace workspace) {
        tell(workspace, "waymark.personas", "persona-service", PERSONA);
        tell(workspace, "waymark.journeys", "journey-service", JOURNEY);
    }

    static String journeyId() {
        return id("journey-service", JOURNEY);
    }

    private static void tell(TestWorkspace workspace, String topic, String service, String event) {
        var id = UUID.fromString(id(service, event));
        new TestTopic(topic).publish(workspace.name(), id, 1, event, Contracts.example(service, event));
    }

    private static String id(String service, String event) {
        return JsonPath.from(Contracts.example(service, event)).getString("id");
    }
}
