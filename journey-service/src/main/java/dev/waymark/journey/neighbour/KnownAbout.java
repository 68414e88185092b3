package dev.waymark.journey.neighbour;

import dev.waymark.inbound.Known;
import dev.waymark.inbound.Neighbours;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that the neighbours told about one persona.
 *
 * @param persona empty if nothing was heard of it yet
 */
public record KnownAbout(UUID personaId, Optional<Known<KnownPersona>> persona, List<Known<KnownGapMap>> gapMaps) {

    public static KnownAbout persona(UUID id, Neighbours neighbours) {
        return new KnownAbout(id, neighbours.find(KnownPersona.class, id), neighbours.about(id, KnownGapMap.class));
    }

    public boolean deleted() {
        return persona.isPresent() && persona.get().deleted();
    }

    /** The persona's needs; empty if they are not known, which is not the same as an empty list. */
    public Optional<List<KnownPersona.Need>> needs() {
        return persona.filter(known -> !known.deleted())
                .map(known -> known.data().needs());
    }
}
