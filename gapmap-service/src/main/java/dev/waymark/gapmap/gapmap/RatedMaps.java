package dev.waymark.gapmap.gapmap;

import dev.waymark.document.DocumentParts;
import dev.waymark.document.Documents;
import dev.waymark.gapmap.scores.Scales;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** What a change of ratings needs of a gap map, before and after; in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RatedMaps {

    private final Documents<GapMap> maps;
    private final GapMaps rows;
    private final Surroundings surroundings;
    private final MapFigures figures;

    RatedMaps(GapMaps rows, DocumentParts parts, Surroundings surroundings, MapFigures figures) {
        this.maps = new Documents<>("gap map", rows, parts);
        this.rows = rows;
        this.surroundings = surroundings;
        this.figures = figures;
    }

    /**
     * Begins to change the ratings of a map: nobody else does until the transaction ends. The map itself is not locked, so
     * that it can be edited, and hear of its neighbours, while a long file is read.
     *
     * @return empty if somebody else changes them just now
     * @throws Problem 404
     */
    public Optional<RatedMap> begin(UUID id) {
        if (!rows.tryLockRatings(id)) {
            return Optional.empty();
        }
        var map = maps.require(id);
        var rated = surroundings.rated(map);
        rows.getEntityManager().detach(map); // by the time the ratings are in, it may be another
        return Optional.of(rated);
    }

    /**
     * Begins to erase a respondent: an import under way may have brought answers that nobody sees yet.
     *
     * @return false if somebody changes ratings of the workspace just now
     */
    public boolean beginErasure() {
        return rows.tryLockRespondents();
    }

    /** @throws Problem 404 */
    public Scales scales(UUID id) {
        return maps.require(id).content().scales();
    }

    /**
     * Scores a map anew after its ratings have changed: one revision and one event for all of them.
     *
     * @param rated as they were taken in
     * @param more how many responses came to it, less those that went
     * @throws Problem 404; 409 if it was archived or given another scale or outcome meanwhile
     */
    public void end(RatedMap rated, long more) {
        maps.change(rated.id(), IfMatch.optional(null), map -> {
            var said = map.content();
            if (!said.scales().equals(rated.scales()) || !said.settings().sameOutcome(rated.settings())) {
                throw Problem.conflict(
                        "A scale or the outcome was changed while ratings were imported or corrected: do it again.");
            }
            score(map, more);
        });
    }

    /**
     * The same after responses were erased: also of an archived map.
     *
     * @throws Problem 404
     */
    public void endErasure(RatedMap rated, long erased) {
        maps.changeEvenArchived(rated.id(), map -> score(map, -erased));
    }

    private void score(GapMap map, long more) {
        map.rate(more);
        figures.score(map);
        surroundings.tell(map);
    }
}
