package dev.waymark.gapmap;

import dev.waymark.document.Ids;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestWorkspace;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A persona as persona-service would tell of it, with needs keyed need-0, need-1 … of importance 8, 7, … */
public record PersonaNextDoor(TestWorkspace workspace, UUID id, List<UUID> needIds) {

    private static final TestTopic PERSONAS = new TestTopic("waymark.personas");

    /** Tells of a new persona and makes sure that this service has heard of it. */
    public static PersonaNextDoor arrives(TestWorkspace workspace, int needs) {
        var ids = java.util.stream.Stream.generate(Ids::next).limit(needs).toList();
        var persona = new PersonaNextDoor(workspace, Ids.next(), ids);
        persona.tell(1, "created", "Traveller");
        return persona;
    }

    public void tell(int version, String verb, String name) {
        PERSONAS.publish(workspace.name(), id, version, "persona." + verb + ".v1", document(version, name));
    }

    public void isDeleted(int version) {
        PERSONAS.publish(workspace.name(), id, version, "persona.deleted.v1", "{\"id\":\"" + id + "\"}");
    }

    public PersonaNextDoor with(UUID another) {
        var more = new java.util.ArrayList<>(needIds);
        more.add(another);
        return new PersonaNextDoor(workspace, id, List.copyOf(more));
    }

    private String document(int version, String name) {
        var needs = java.util.stream.IntStream.range(0, needIds.size())
                .mapToObj(i -> """
                        {"id": "%s", "key": "need-%d", "statement": "Need %d", "kind": "FUNCTIONAL", "importance": %d}""".formatted(needIds.get(i), i, i, 8 - i))
                .collect(Collectors.joining(","));
        return """
                {"id": "%s", "version": %d, "status": "DRAFT", "name": "%s", "needs": [%s], "somethingNew": true}""".formatted(id, version, name, needs);
    }
}
