package dev.waymark.journey.journey;

import static org.awaitility.Awaitility.await;

import dev.waymark.testing.TestWorkspace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The other services as this one sees them: what they tell about one workspace, on their real topics. */
record Neighbourhood(TestWorkspace workspace) {

    static final Duration SOON = Duration.ofSeconds(30);

    private static final Map<String, Topic> TOPICS = Map.of(
            "persona", new Topic("waymark.personas").created(),
            "gap-map", new Topic("waymark.gap-maps").created());

    /** @param type {@code persona.updated.v1} say */
    void tell(String type, UUID id, int version, String data) {
        tell(type, id, version, data, UUID.randomUUID());
    }

    void tell(String type, UUID id, int version, String data, UUID eventId) {
        topic(type).send(key(id), headers(type, id, version, eventId), data.getBytes(StandardCharsets.UTF_8));
    }

    /** A deletion is its event and then a tombstone. */
    void tellDeleted(String kind, UUID id, int version) {
        var type = kind + ".deleted.v1";
        tell(type, id, version, "{\"id\": \"" + id + "\"}");
        topic(type).send(key(id), headers(type, id, version, UUID.randomUUID()), null);
    }

    /** Sends everything that its topic holds about an aggregate once more. */
    void replay(String kind, UUID id) {
        for (var event : TOPICS.get(kind).read(key(id))) {
            var headers = new HashMap<String, String>();
            event.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
            TOPICS.get(kind).send(event.key(), headers, event.value());
        }
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

    private void send(String type, UUID id, String data, String key) {
        topic(type).send(key, headers(type, id, 1, UUID.randomUUID()), data.getBytes(StandardCharsets.UTF_8));
    }

    String key(UUID id) {
        return workspace.name() + "/" + id;
    }

    static String persona(UUID id, int version, String name, Need... needs) {
        var said = Arrays.stream(needs).map(Need::json).collect(Collectors.joining(","));
        return """
                {"id": "%s", "externalKey": "crm-7", "version": %d, "status": "PUBLISHED", "name": "%s",
                 "headline": "Flies twice a week", "needs": [%s], "addedLater": {"by": "a newer version"},
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

    private static Topic topic(String type) {
        return TOPICS.get(type.substring(0, type.indexOf('.')));
    }

    private Map<String, String> headers(String type, UUID id, int version, UUID eventId) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                eventId.toString(),
                "ce_type",
                type,
                "ce_source",
                "/neighbour",
                "ce_subject",
                id.toString(),
                "ce_time",
                "2026-11-22T10:00:00Z",
                "ce_workspace",
                workspace.name(),
                "ce_aggregateversion",
                String.valueOf(version),
                "content-type",
                "application/json");
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
