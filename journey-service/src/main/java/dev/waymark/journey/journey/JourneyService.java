package dev.waymark.journey.journey;

import dev.waymark.document.Documents;
import dev.waymark.document.Preconditions;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Page;
import dev.waymark.http.PageRequest;
import dev.waymark.http.Problem;
import dev.waymark.inbound.Neighbours;
import dev.waymark.inbound.References;
import dev.waymark.journey.neighbour.KnownAbout;
import dev.waymark.journey.neighbour.KnownPersona;
import dev.waymark.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Where transactions begin and end. What may create a journey first waits for its persona, outside of them. */
@ApplicationScoped
@Transactional
class JourneyService {

    private final Documents<Journey> journeys;
    private final Journeys rows;
    private final Neighbours neighbours;
    private final References references;
    private final InstantSource clock;

    JourneyService(Journeys rows, Outbox outbox, Neighbours neighbours, References references, InstantSource clock) {
        this.journeys = new Documents<>(Journey.TYPE, rows, outbox, clock);
        this.rows = rows;
        this.neighbours = neighbours;
        this.references = references;
        this.clock = clock;
    }

    Journey get(UUID id) {
        return journeys.require(id);
    }

    Journey getByKey(String key) {
        return journeys.requireByKey(key);
    }

    Page<JourneySummary> list(PageRequest page) {
        return journeys.list(page).map(JourneySummary::of);
    }

    @Transactional(Transactional.TxType.NEVER)
    Journey create(JourneyDraft draft) {
        awaitPersona(draft);
        return inTransaction(() -> journeys.create(fresh(draft)));
    }

    Journey replace(UUID id, IfMatch ifMatch, JourneyDraft draft) {
        return journeys.change(id, ifMatch, journey -> replace(journey, draft));
    }

    @Transactional(Transactional.TxType.NEVER)
    Documents.Put<Journey> put(String key, Preconditions when, JourneyDraft draft) {
        if (inTransaction(() -> journeys.findByKey(key)).isEmpty()) {
            awaitPersona(draft);
        }
        return inTransaction(() -> journeys.put(key, when, () -> fresh(draft), journey -> replace(journey, draft)));
    }

    void delete(UUID id, IfMatch ifMatch) {
        journeys.delete(id, ifMatch);
    }

    Journey publish(UUID id, IfMatch ifMatch) {
        return journeys.publish(id, ifMatch);
    }

    Journey archive(UUID id, IfMatch ifMatch) {
        return journeys.archive(id, ifMatch);
    }

    Journey restore(UUID id, IfMatch ifMatch) {
        return journeys.restore(id, ifMatch);
    }

    /** Shows on the journeys of a persona what the neighbours know now. */
    void refresh(UUID personaId) {
        var known = KnownAbout.persona(personaId, neighbours);
        rows.ofPersona(personaId).forEach(journey -> journey.tell(known));
    }

    private void awaitPersona(JourneyDraft draft) {
        references.check(KnownPersona.class, "persona", draft.personaId());
    }

    /** A journey that no event about its persona can miss: such an event waits until this transaction ends. */
    private Journey fresh(JourneyDraft draft) {
        neighbours.holdStill(draft.personaId());
        var known = KnownAbout.persona(draft.personaId(), neighbours);
        if (known.deleted()) {
            throw Problem.conflict("The persona " + draft.personaId() + " has been deleted.");
        }
        return new Journey(draft, known, clock.instant());
    }

    private void replace(Journey journey, JourneyDraft draft) {
        journey.replace(draft);
        journey.tell(KnownAbout.persona(journey.personaId(), neighbours));
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
