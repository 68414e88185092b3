package dev.waymark.gapmap.gapmap;

import dev.waymark.content.Reference;
import dev.waymark.document.DocumentParts;
import dev.waymark.document.DocumentService;
import dev.waymark.gapmap.neighbour.KnownJourney;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Problem;
import dev.waymark.inbound.References;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** How gap maps are made, scored, and shown with what the neighbours know of their personas. */
@Singleton
class GapMapService extends DocumentService<GapMap, GapMapDraft, GapMapView> {

    private static final int LONGEST_DELETION = 3600; // seconds

    private final GapMaps rows;
    private final References references;
    private final Surroundings surroundings;
    private final MapFigures figures;

    GapMapService(
            GapMaps rows, DocumentParts parts, References references, Surroundings surroundings, MapFigures figures) {
        super("gap map", GapMapDraft.class, rows, parts);
        this.rows = rows;
        this.references = references;
        this.surroundings = surroundings;
        this.figures = figures;
    }

    /** A map that no event about its persona can miss: such an event waits until this transaction ends. */
    @Override
    protected GapMap fresh(GapMapDraft content, Instant now) {
        content.requireDifferentProviders();
        surroundings.holdStill(content);
        surroundings.requireJourney(content);
        var map = new GapMap(content, now);
        figures.score(map);
        surroundings.tell(map);
        return map;
    }

    /** Scores anew only what is said anew: the importance of a need may have changed since, and that is no edit. */
    @Override
    protected void replace(GapMap map, GapMapDraft content) {
        var present = map.content();
        if (content.equals(present)) {
            return;
        }
        content.requireDifferentProviders();
        map.say(content);
        if (content.journeyId() != null && !content.journeyId().equals(present.journeyId())) {
            surroundings.requireJourney(content);
        }
        figures.score(map);
        surroundings.tell(map);
    }

    @Override
    protected Set<String> outsideProperties() {
        return Surroundings.REFERENCES;
    }

    @Override
    protected Reference.Lookup outside(GapMapDraft content) {
        return surroundings::find;
    }

    /** It may take a while to hear of the persona and the journey: no connection must be held then. */
    @Override
    @Transactional(TxType.NEVER)
    public void await(GapMapDraft draft) {
        references.check(KnownPersona.class, "persona", draft.personaId());
        if (draft.journeyId() != null) {
            references.check(KnownJourney.class, "journey", draft.journeyId());
        }
    }

    @Override
    public GapMapView view(GapMap map) {
        var placed = placed(map);
        return GapMapView.of(map, placed, map.context());
    }

    @Override
    public GapMapSummary summary(GapMap map) {
        return GapMapSummary.of(map);
    }

    /**
     * Deletes a map with all of its ratings, which may be tens of millions.
     *
     * @throws Problem 409 while ratings of it are imported
     */
    @Override
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_DELETION)
    public void delete(UUID id, IfMatch ifMatch) {
        if (!rows.tryLockRatings(id)) {
            throw Problem.conflict("Ratings of it are being imported: delete it when they are in.");
        }
        super.delete(id, ifMatch);
    }

    /** Shows on every map of a persona what the neighbours know now. */
    void refresh(UUID personaId) {
        rows.ofPersona(personaId).forEach(id -> documents().find(id).ifPresent(surroundings::tell));
    }
}
