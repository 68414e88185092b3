package dev.waymark.journey.neighbour;

import dev.waymark.inbound.Neighbour;
import java.util.List;
import java.util.UUID;

/** What this service reads of a persona: what it is called and what it needs. */
@Neighbour.Kind("persona")
public record KnownPersona(UUID id, String externalKey, String name, String status, List<Need> needs)
        implements Neighbour {

    public KnownPersona {
        needs = needs == null ? List.of() : needs;
    }

    @Override
    public UUID personaId() {
        return id;
    }

    /** Something the persona wants done or wants to feel. */
    public record Need(UUID id, String key, String statement, String kind, Double importance) {}
}
