package dev.waymark.journey.journey;

import dev.waymark.content.Reference;
import dev.waymark.document.DocumentParts;
import dev.waymark.document.DocumentService;
import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails.Violation;
import dev.waymark.inbound.Neighbours;
import dev.waymark.inbound.References;
import dev.waymark.journey.neighbour.KnownAbout;
import dev.waymark.journey.neighbour.KnownPersona;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How journeys are made, and shown with what the neighbours know of them. */
@Singleton
class JourneyService extends DocumentService<Journey, JourneyDraft, JourneyView> {

    private final Journeys rows;
    private final Neighbours neighbours;
    private final References references;
    private final InstantSource clock;

    JourneyService(
            Journeys rows, DocumentParts parts, Neighbours neighbours, References references, InstantSource clock) {
        super("journey", JourneyDraft.class, rows, parts);
        this.rows = rows;
        this.neighbours = neighbours;
        this.references = references;
        this.clock = clock;
    }

    @Override
    @Transactional(TxType.NEVER)
    public void await(JourneyDraft draft) {
        references.check(KnownPersona.class, "persona", draft.personaId());
    }

    @Override
    protected Set<String> outsideProperties() {
        return JourneyReferences.PROPERTIES;
    }

    @Override
    protected Reference.Lookup outside(JourneyDraft draft) {
        return new JourneyReferences(draft.personaId(), documents(), neighbours);
    }

    /** A journey that no event about its persona can miss: such an event waits until this transaction ends. */
    @Override
    protected Journey fresh(JourneyDraft content, Instant now) {
        var persona = content.personaId().id();
        neighbours.holdStill(persona);
        var known = KnownAbout.persona(persona, neighbours);
        if (known.deleted()) {
            throw Problem.conflict("The persona " + persona + " has been deleted.");
        }
        var journey = new Journey(content, known, now);
        check(journey, content);
        return journey;
    }

    @Override
    protected void replace(Journey journey, JourneyDraft content) {
        check(journey, content);
        journey.replace(content, clock.instant());
        journey.tell(KnownAbout.persona(journey.personaId(), neighbours));
    }

    @Override
    public JourneyView view(Journey journey) {
        return JourneyView.of(journey, placed(journey), journey.context());
    }

    @Override
    public JourneySummary summary(Journey journey) {
        return JourneySummary.of(journey);
    }

    /** Shows on the journeys of a persona what the neighbours know now. */
    void refresh(UUID personaId) {
        var known = KnownAbout.persona(personaId, neighbours);
        rows.ofPersona(personaId).forEach(journey -> journey.tell(known));
    }

    private void check(Journey journey, JourneyDraft content) {
        JourneyRules.check(content);
        if (content.pairedJourneyId() != null) {
            checkPair(journey, content);
        }
    }

    /** The table's foreign key sees to the same, whatever happens meanwhile; here it is said why. */
    private void checkPair(Journey journey, JourneyDraft content) {
        var paired = rows.findById(content.pairedJourneyId().id());
        if (paired.id().equals(journey.id())) {
            refusePair("a journey is not paired with itself");
        }
        if (!paired.personaId().equals(journey.personaId())) {
            refusePair("it is another persona's journey");
        }
        if (paired.content().type() == content.type()) {
            refusePair("it is of the type " + content.type() + " too: an AS_IS is paired with a TO_BE");
        }
    }

    private static void refusePair(String why) {
        throw Problem.conflict(
                "The journey cannot be paired with that one.", List.of(new Violation("/pairedJourneyId", why)));
    }
}
