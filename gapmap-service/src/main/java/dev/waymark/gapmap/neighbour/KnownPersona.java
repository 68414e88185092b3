package dev.waymark.gapmap.neighbour;

import dev.waymark.inbound.Neighbour;
import java.util.List;
import java.util.UUID;

/** What this service reads of a persona: its name, what it needs, and how important it is, 0 to 10, null if not known. */
@Neighbour.Kind("persona")
public record KnownPersona(
        UUID id, String externalKey, String name, String status, Double businessImportance, List<Need> needs)
        implements Neighbour {

    public KnownPersona {
        needs = needs == null ? List.of() : needs;
    }

    /** A need; {@code importance} is 0–10, null if not known. */
    public record Need(UUID id, String key, String statement, String kind, Double importance) {

        /** Whether a reference is its id, or {@code key:} and its key. */
        public boolean isNamed(String reference) {
            return reference.equals(id.toString()) || key != null && reference.equals("key:" + key);
        }
    }

    @Override
    public UUID personaId() {
        return id;
    }
}
