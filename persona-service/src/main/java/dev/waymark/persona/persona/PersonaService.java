package dev.waymark.persona.persona;

import dev.waymark.document.Documents;
import dev.waymark.document.Preconditions;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Page;
import dev.waymark.http.PageRequest;
import dev.waymark.inbound.Neighbours;
import dev.waymark.outbox.Outbox;
import dev.waymark.persona.neighbour.KnownGapMap;
import dev.waymark.persona.neighbour.KnownJourney;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;

/** Where transactions begin and end. */
@ApplicationScoped
@Transactional
class PersonaService {

    private final Documents<Persona> personas;
    private final Neighbours neighbours;
    private final InstantSource clock;

    PersonaService(Personas rows, Outbox outbox, Neighbours neighbours, InstantSource clock) {
        this.personas = new Documents<>(Persona.TYPE, rows, outbox, clock);
        this.neighbours = neighbours;
        this.clock = clock;
    }

    Persona get(UUID id) {
        return personas.require(id);
    }

    Persona getByKey(String key) {
        return personas.requireByKey(key);
    }

    Page<PersonaSummary> list(PageRequest page) {
        return personas.list(page).map(PersonaSummary::of);
    }

    Persona create(PersonaDraft draft) {
        return personas.create(new Persona(draft, clock.instant()));
    }

    Persona replace(UUID id, IfMatch ifMatch, PersonaDraft draft) {
        return personas.change(id, ifMatch, persona -> persona.replace(draft));
    }

    Documents.Put<Persona> put(String key, Preconditions when, PersonaDraft draft) {
        return personas.put(key, when, () -> new Persona(draft, clock.instant()), persona -> persona.replace(draft));
    }

    void delete(UUID id, IfMatch ifMatch) {
        personas.delete(id, ifMatch);
    }

    Persona publish(UUID id, IfMatch ifMatch) {
        return personas.publish(id, ifMatch);
    }

    Persona archive(UUID id, IfMatch ifMatch) {
        return personas.archive(id, ifMatch);
    }

    Persona restore(UUID id, IfMatch ifMatch) {
        return personas.restore(id, ifMatch);
    }

    /** Shows on a persona what the neighbours know now. */
    void refresh(UUID id) {
        personas.find(id)
                .ifPresent(persona -> persona.tell(PersonaContext.of(
                        neighbours.about(id, KnownJourney.class), neighbours.about(id, KnownGapMap.class))));
    }
}
