package dev.waymark.gapmap;

import dev.waymark.content.Ids;
import dev.waymark.testing.TestTopic;
import java.util.UUID;

/** A journey of a persona as journey-service would tell of it, with one stage, "Search". */
public record JourneyNextDoor(PersonaNextDoor persona, UUID id, UUID stageId, String stageKey) {

    private static final TestTopic JOURNEYS = new TestTopic("waymark.journeys");

    public static JourneyNextDoor of(PersonaNextDoor persona, String stageKey) {
        return new JourneyNextDoor(persona, Ids.next(), Ids.next(), stageKey);
    }

    /** @param needIds of the stage, as a JSON list; one step of it holds the persona's last need */
    public void tell(int version, String verb, String needIds, boolean withStep) {
        say(version, verb, needIds, withStep ? step(touchpointId(), stageKey + "-map") : "");
    }

    /** The step's touchpoint is another's now. */
    public void takes(int version, JourneyNextDoor other) {
        say(version, "updated", "[]", step(other.touchpointId(), other.stageKey + "-map"));
    }

    private String step(UUID touchpoint, String key) {
        return """
                {"name": "Compare", "needIds": ["%s"], "touchpoints": [{"id": "%s", "key": "%s", "name": "Seat map"}]}""".formatted(persona.needIds().getLast(), touchpoint, key);
    }

    private void say(int version, String verb, String needIds, String step) {
        JOURNEYS.publish(persona.workspace().name(), id, version, "journey." + verb + ".v1", """
                {"id": "%s", "externalKey": "%s", "version": %d, "status": "DRAFT", "name": "Booking", "personaId": "%s", "stages": [
                  {"id": "%s", "key": "%s", "name": "Search", "phase": "EVALUATION", "needIds": %s, "steps": [%s]}]}""".formatted(
                        id, key(), version, persona.id(), stageId, stageKey, needIds, step));
    }

    /** Of the step, keyed like the stage with {@code -map}. */
    public UUID touchpointId() {
        return new UUID(stageId.getMostSignificantBits(), ~stageId.getLeastSignificantBits());
    }

    /** Its external key. */
    public String key() {
        return "journey-" + id;
    }

    public void isDeleted(int version) {
        JOURNEYS.publish(persona.workspace().name(), id, version, "journey.deleted.v1", "{\"id\":\"" + id + "\"}");
    }
}
