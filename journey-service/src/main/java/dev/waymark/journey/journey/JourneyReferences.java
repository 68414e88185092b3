package dev.waymark.journey.journey;

import dev.waymark.content.Reference;
import dev.waymark.document.Documents;
import dev.waymark.inbound.Known;
import dev.waymark.inbound.Neighbours;
import dev.waymark.journey.neighbour.KnownPersona;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Finds what a journey refers to outside of itself. An id of a persona or of a need is taken as it is, since news of it may
 * be on the way; a key must be known.
 */
final class JourneyReferences implements Reference.Lookup {

    static final Set<String> PROPERTIES = Set.of("personaId", "pairedJourneyId", "needIds");

    private final Reference persona;
    private final Documents<Journey> journeys;
    private final Neighbours neighbours;
    private Map<String, UUID> needs;

    JourneyReferences(Reference persona, Documents<Journey> journeys, Neighbours neighbours) {
        this.persona = persona;
        this.journeys = journeys;
        this.neighbours = neighbours;
    }

    @Override
    public Optional<UUID> find(String property, Reference reference) {
        return switch (property) {
            case "pairedJourneyId" -> journeys.find(reference);
            case "personaId" -> persona(reference);
            default -> reference.id() == null ? need(reference.key()) : Optional.of(reference.id());
        };
    }

    private Optional<UUID> persona(Reference reference) {
        return reference.id() == null
                ? neighbours.findByKey(KnownPersona.class, reference.key()).map(Known::id)
                : Optional.of(reference.id());
    }

    private Optional<UUID> need(String key) {
        if (needs == null) {
            needs = persona(persona)
                    .flatMap(id -> neighbours.find(KnownPersona.class, id))
                    .filter(known -> !known.deleted())
                    .map(known -> needs(known.data()))
                    .orElse(Map.of());
        }
        return Optional.ofNullable(needs.get(key));
    }

    private static Map<String, UUID> needs(KnownPersona persona) {
        return persona.needs().stream()
                .filter(need -> need.key() != null)
                .collect(Collectors.toMap(KnownPersona.Need::key, KnownPersona.Need::id, (first, again) -> first));
    }
}
