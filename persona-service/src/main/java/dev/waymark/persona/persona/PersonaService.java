package dev.waymark.persona.persona;

import dev.waymark.document.DocumentParts;
import dev.waymark.document.DocumentService;
import dev.waymark.inbound.Neighbours;
import dev.waymark.persona.neighbour.KnownGapMap;
import dev.waymark.persona.neighbour.KnownJourney;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** How personas are made, and shown with what the neighbours know of them. */
@Singleton
class PersonaService extends DocumentService<Persona, PersonaDraft, PersonaView> {

    private final Neighbours neighbours;

    PersonaService(Personas rows, DocumentParts parts, Neighbours neighbours) {
        super("persona", PersonaDraft.class, rows, parts);
        this.neighbours = neighbours;
    }

    @Override
    protected Persona fresh(PersonaDraft content, Instant now) {
        return new Persona(content, now);
    }

    @Override
    public PersonaView view(Persona persona) {
        return PersonaView.of(persona, persona.context());
    }

    @Override
    public PersonaSummary summary(Persona persona) {
        return PersonaSummary.of(persona);
    }

    /** Shows on a persona what the neighbours know now. */
    void refresh(UUID id) {
        documents()
                .find(id)
                .ifPresent(persona -> persona.tell(PersonaContext.of(
                        neighbours.about(id, KnownJourney.class), neighbours.about(id, KnownGapMap.class))));
    }
}
