package dev.waymark.journey.journey;

import static org.awaitility.Awaitility.await;

import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestTopic.Told;
import dev.waymark.testing.TestWorkspace;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The other services as this one sees them: what they tell about one workspace, on their real topics. */
record Neighbourhood(TestWorkspace workspace) {

    static final Duration SOON = Duration.ofSeconds(30);

    private static final Map<String, TestTopic> TOPICS =
            Map.of("persona", new TestTopic("waymark.personas"), "gap-map", new TestTopic("waymark.gap-maps"));

    /** @param type {@code persona.updated.v1} say */
    void tell(String type, UUID id, int version, String data) {
        topic(type).publish(workspace.name(), id, version, type, data);
    }

    /** A deletion is its event and then a tombstone. */
    void tellDeleted(String kind, UUID id, int version) {
        var headers = TestTopic.headers(workspace.name(), id, version, kind + ".deleted.v1");
        TOPICS.get(kind).send(new Told(key(id), headers, "{\"id\": \"" + id + "\"}"));
        TOPICS.get(kind).send(new Told(key(id), headers, null));
    }

    /** Sends everything that its topic holds about an aggregate once more. */
    void replay(String kind, UUID id) {
        var topic = TOPICS.get(kind);
        topic.told(workspace.name(), id).forEach(topic::send);
    }

    /** A persona that this service has heard of. */
    UUID knownPersona(Need... needs) {
        var id = UUID.randomUUID();
        tell("persona.created.v1", id, 1, persona(id, 1, "Traveller", needs));
        awaitHeardOf(id);
        return id;
    }

    /** Returns when this service does not show the persona as unresolved any more. */
    void awaitHeardOf(UUID persona) {
        var journeys = new JourneyClient(workspace);
        var probe = journeys.create(persona);
        await().atMost(SOON).until(() -> !journeys.read(probe)
                .extract()
                .path("context.persona.status")
                .equals("UNRESOLVED"));
        workspace.admin().header("If-Match", "*").delete(probe).then().statusCode(204);
    }

    /** Returns when all that was told of an aggregate has been taken in: what lands in its partition later is. */
    void awaitTaken(String kind, UUID id) {
        var need = Need.of("Be the last");
        var persona = UUID.randomUUID();
        if (kind.equals("persona")) {
            send("persona.created.v1", persona, persona(persona, 1, "Last", need), key(id));
            awaitHeardOf(persona);
            return;
        }
        tell("persona.created.v1", persona, 1, persona(persona, 1, "Last", need));
        awaitHeardOf(persona);
        var journeys = new JourneyClient(workspace);
        var journey = journeys.create(persona);
        var map = UUID.randomUUID();
        var rated = "{\"needId\": \"%s\", \"verdict\": \"PARITY\", \"responses\": 9}".formatted(need.id());
        send("gap-map.created.v1", map, gapMap(map, persona, 1, rated), key(id));
        journeys.awaitAt(journey, "context.needs.rated", List.of(true));
    }

    /** An event in the partition of another aggregate. */
    private void send(String type, UUID id, String data, String key) {
        topic(type).send(new Told(key, TestTopic.headers(workspace.name(), id, 1, type), data));
    }

    String key(UUID id) {
        return workspace.name() + "/" + id;
    }

    static String persona(UUID id, int version, String name, Need... needs) {
        var said = Arrays.stream(needs).map(Need::json).collect(Collectors.joining(","));
        return """
                {"id": "%1$s", "externalKey": "crm-%1$s", "version": %2$d, "status": "PUBLISHED", "name": "%3$s",
                 "headline": "Flies twice a week", "needs": [%4$s], "addedLater": {"by": "a newer version"},
                 "createdAt": "2026-11-22T10:00:00Z", "updatedAt": "2026-11-22T10:00:00Z"}
                """.formatted(id, version, name, said);
    }

    /** @param gaps entries of its list of gaps, as JSON */
    static String gapMap(UUID id, UUID personaId, int version, String gaps) {
        return """
                {"id": "%s", "version": %d, "status": "DRAFT", "name": "Airlines", "personaId": "%s",
                 "ownProviderId": "%s", "competitorIds": [], "scale": {"min": 1, "max": 5, "step": 1}, "settings": {},
                 "responses": 40, "gaps": [%s],
                 "createdAt": "2026-11-22T10:00:00Z", "updatedAt": "2026-11-22T10:00:00Z"}
                """.formatted(id, version, personaId, UUID.randomUUID(), gaps);
    }

    private static TestTopic topic(String type) {
        return TOPICS.get(type.substring(0, type.indexOf('.')));
    }

    /** A need in a persona's event. */
    record Need(UUID id, String statement) {

        static Need of(String statement) {
            return new Need(UUID.randomUUID(), statement);
        }

        String json() {
            return "{\"id\": \"%s\", \"key\": \"%s\", \"statement\": \"%s\", \"kind\": \"FUNCTIONAL\", \"importance\": 8}"
                    .formatted(id, statement.replace(' ', '-'), statement);
        }
    }
}
