package dev.waymark.persona.persona;

import dev.waymark.content.Reference;
import dev.waymark.document.DocumentParts;
import dev.waymark.document.DocumentService;
import dev.waymark.http.Problem;
import dev.waymark.inbound.Neighbours;
import dev.waymark.persona.neighbour.KnownGapMap;
import dev.waymark.persona.neighbour.KnownJourney;
import dev.waymark.persona.segment.SegmentService;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How personas are made, and shown with what the neighbours know of them. */
@Singleton
class PersonaService extends DocumentService<Persona, PersonaDraft, PersonaView> {

    private static final String SEGMENTS = "segmentIds";

    private final SegmentService segments;
    private final Neighbours neighbours;

    PersonaService(Personas rows, DocumentParts parts, SegmentService segments, Neighbours neighbours) {
        super("persona", PersonaDraft.class, rows, parts);
        this.segments = segments;
        this.neighbours = neighbours;
    }

    @Override
    protected Set<String> outsideProperties() {
        return Set.of(SEGMENTS);
    }

    @Override
    protected Reference.Lookup outside(PersonaDraft content) {
        return (property, reference) -> segments.find(reference);
    }

    @Override
    protected Persona fresh(PersonaDraft content, Instant now) {
        requireDifferent(content.segmentIds());
        return new Persona(content, now);
    }

    @Override
    protected void replace(Persona persona, PersonaDraft content) {
        requireDifferent(content.segmentIds());
        persona.say(content);
    }

    @Override
    public PersonaView view(Persona persona) {
        var content = placed(persona);
        return PersonaView.of(persona, content, persona.context());
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

    /** One and the same segment may be named by id and by key. */
    private static void requireDifferent(List<Reference> segmentIds) {
        var seen = new HashSet<Reference>();
        for (int i = 0; i < segmentIds.size(); i++) {
            if (!seen.add(segmentIds.get(i))) {
                throw Problem.invalid("/" + SEGMENTS + "/" + i, "must not name a segment twice");
            }
        }
    }
}
