package dev.waymark.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.testing.Contracts;
import java.util.UUID;

/** What the API description shows, for tests to send, and the persona that it is about. */
public final class Examples {

    /** A journey with every field there is. */
    public static final String JOURNEY = Contracts.shown("journeys");

    private Examples() {}

    /** What persona-service tells of the persona in the example; ids of its needs are {@link #needId}. */
    public static String persona(UUID id) {
        return """
                {"id": "%s", "externalKey": "crm-4711", "name": "Island commuter", "status": "PUBLISHED", "needs": [
                  {"id": "%s", "key": "punctual", "statement": "Arrive on time", "kind": "FUNCTIONAL", "importance": 9},
                  {"id": "%s", "key": "quiet", "statement": "A quiet half hour", "kind": "EMOTIONAL", "importance": 6}]}
                """.formatted(id, needId(id, "punctual"), needId(id, "quiet"));
    }

    public static UUID needId(UUID persona, String key) {
        return UUID.nameUUIDFromBytes((persona + key).getBytes(UTF_8));
    }
}
