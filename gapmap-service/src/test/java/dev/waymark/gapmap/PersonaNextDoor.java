package dev.waymark.gapmap;

import dev.waymark.content.Ids;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestWorkspace;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A persona as persona-service would tell of it, with needs keyed need-0, need-1 … of importance 8, 7, … */
public record PersonaNextDoor(TestWorkspace workspace, UUID id, List<UUID> needIds) {

    private static final TestTopic PERSONAS = new TestTopic("waymark.personas");

    /** Somebody nobody has told of yet. */
    public static PersonaNextDoor unheardOf(TestWorkspace workspace, int needs) {
        return new PersonaNextDoor(
                workspace,
                Ids.next(),
                IntStream.range(0, needs).mapToObj(i -> Ids.next()).toList());
    }

    public static PersonaNextDoor arrives(TestWorkspace workspace, int needs) {
        var persona = unheardOf(workspace, needs);
        persona.tell(1, "created", "Traveller");
        return persona;
    }

    public void tell(int version, String verb, String name) {
        say(version, "persona." + verb + ".v1", document(version, name, 8));
    }

    /** The importance of the first need changes, and with it that of the others. */
    public void values(int version, int importance) {
        say(version, "persona.updated.v1", document(version, "Traveller", importance));
    }

    /** How important the persona is to the business changes. */
    public void matters(int version, int businessImportance) {
        var document = document(version, "Traveller", 8);
        say(
                version,
                "persona.updated.v1",
                document.replace("\"status\"", "\"businessImportance\": " + businessImportance + ", \"status\""));
    }

    public void say(int version, String type, String json) {
        PERSONAS.publish(workspace.name(), id, version, type, json);
    }

    /** Lands behind everything told of another persona: under its key, and so in its partition. */
    public void tellAfter(PersonaNextDoor another) {
        var headers = TestTopic.headers(workspace.name(), id, 1, "persona.created.v1");
        PERSONAS.send(new TestTopic.Told(workspace.name() + "/" + another.id, headers, document(1, "Last", 8)));
    }

    public void isDeleted(int version) {
        say(version, "persona.deleted.v1", "{\"id\":\"" + id + "\"}");
    }

    /** Its external key. */
    public String key() {
        return "persona-" + id;
    }

    public PersonaNextDoor with(UUID another) {
        var more = new java.util.ArrayList<>(needIds);
        more.add(another);
        return new PersonaNextDoor(workspace, id, List.copyOf(more));
    }

    private String document(int version, String name, int importance) {
        var needs = IntStream.range(0, needIds.size())
                .mapToObj(i -> """
                        {"id": "%s", "key": "need-%d", "statement": "Need %d", "kind": "FUNCTIONAL", "importance": %d}""".formatted(needIds.get(i), i, i, Math.max(importance - i, 0)))
                .collect(Collectors.joining(","));
        return """
                {"id": "%s", "externalKey": "%s", "version": %d, "status": "DRAFT", "name": "%s", "needs": [%s],
                 "somethingNew": true}""".formatted(id, key(), version, name, needs);
    }
}
