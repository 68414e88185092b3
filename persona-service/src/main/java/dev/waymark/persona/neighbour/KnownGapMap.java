package dev.waymark.persona.neighbour;

import dev.waymark.inbound.Neighbour;
import java.util.List;
import java.util.UUID;

/** What this service reads of a value gap map: the value gaps found. */
@Neighbour.Kind("gap-map")
public record KnownGapMap(UUID personaId, String name, List<ValueGap> gaps) implements Neighbour {

    public KnownGapMap {
        gaps = gaps == null ? List.of() : gaps;
    }

    /** How a need is delivered, compared with the best competitor. */
    public record ValueGap(UUID needId, String verdict, UUID bestCompetitorId, String bestCompetitorName, Double gap) {

        /** Whether the competitor serves the need significantly better. */
        public boolean open() {
            return "GAP".equals(verdict);
        }
    }
}
