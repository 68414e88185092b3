package dev.waymark.gapmap.gapmap;

import dev.waymark.document.Documents;
import dev.waymark.document.Preconditions;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.gapmap.scores.Slice;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Page;
import dev.waymark.http.PageRequest;
import dev.waymark.http.Problem;
import dev.waymark.inbound.References;
import dev.waymark.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Where transactions begin and end. */
@ApplicationScoped
@Transactional
public class GapMapService {

    private final Documents<GapMap> maps;
    private final GapMaps rows;
    private final References references;
    private final Surroundings surroundings;
    private final InstantSource clock;

    GapMapService(GapMaps rows, Outbox outbox, References references, Surroundings surroundings, InstantSource clock) {
        this.maps = new Documents<>("gap map", rows, outbox, clock);
        this.rows = rows;
        this.references = references;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    GapMap get(UUID id) {
        return maps.require(id);
    }

    GapMap getByKey(String key) {
        return maps.requireByKey(key);
    }

    Page<GapMapSummary> list(PageRequest page) {
        return maps.list(page).map(GapMapSummary::of);
    }

    @Transactional(Transactional.TxType.NEVER)
    GapMap create(GapMapDraft draft) {
        awaitPersona(draft);
        return inTransaction(() -> maps.create(fresh(draft)));
    }

    GapMap replace(UUID id, IfMatch ifMatch, GapMapDraft draft) {
        return maps.change(id, ifMatch, map -> replace(map, draft));
    }

    @Transactional(Transactional.TxType.NEVER)
    Documents.Put<GapMap> put(String key, Preconditions when, GapMapDraft draft) {
        if (inTransaction(() -> maps.findByKey(key)).isEmpty()) {
            awaitPersona(draft);
        }
        return inTransaction(() -> maps.put(key, when, () -> fresh(draft), map -> replace(map, draft)));
    }

    /** @throws Problem 409 while ratings of it are imported */
    void delete(UUID id, IfMatch ifMatch) {
        if (!rows.tryLockRatings(id)) {
            throw Problem.conflict("Ratings of it are being imported: delete it when they are in.");
        }
        maps.delete(id, ifMatch);
    }

    GapMap publish(UUID id, IfMatch ifMatch) {
        return maps.publish(id, ifMatch);
    }

    GapMap archive(UUID id, IfMatch ifMatch) {
        return maps.archive(id, ifMatch);
    }

    GapMap restore(UUID id, IfMatch ifMatch) {
        return maps.restore(id, ifMatch);
    }

    ScoresView scores(UUID id, Slice slice) {
        return surroundings.scores(maps.require(id), slice);
    }

    /** Shows on every map of a persona what the neighbours know now. */
    void refresh(UUID personaId) {
        rows.ofPersona(personaId).forEach(id -> maps.find(id).ifPresent(surroundings::tell));
    }

    /**
     * Begins to change the ratings of a map: nobody else does until the transaction ends. The map itself is not locked, so
     * that it can be edited, and hear of its neighbours, while a long file is read.
     *
     * @return empty if somebody else changes them just now
     * @throws Problem 404
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<RatedMap> beginRating(UUID id) {
        if (!rows.tryLockRatings(id)) {
            return Optional.empty();
        }
        var map = maps.require(id);
        var rated = surroundings.rated(map);
        rows.getEntityManager().detach(map); // by the time the ratings are in, it may be another
        return Optional.of(rated);
    }

    /**
     * Scores a map anew after its ratings have changed: one revision and one event for all of them.
     *
     * @param rated as they were taken in
     * @param more how many responses came to it
     * @throws Problem 404; 409 if it was archived or given another scale or outcome meanwhile
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endRating(RatedMap rated, long more) {
        maps.change(rated.id(), IfMatch.optional(null), map -> {
            var settings = map.said().settings();
            if (!map.said().scale().equals(rated.scale()) || !settings.sameOutcome(rated.settings())) {
                throw Problem.conflict(
                        "The scale or the outcome was changed while ratings were imported: import them again.");
            }
            surroundings.score(map, map.responses() + more);
            surroundings.tell(map);
        });
    }

    /** It may take a while to hear of the persona: no connection must be held then. */
    private void awaitPersona(GapMapDraft draft) {
        references.check(KnownPersona.class, "persona", draft.personaId());
    }

    /** A map that no event about its persona can miss: such an event waits until this transaction ends. */
    private GapMap fresh(GapMapDraft draft) {
        var map = new GapMap(draft, clock.instant());
        surroundings.requireProviders(map.said());
        surroundings.holdStill(map);
        surroundings.score(map, 0);
        surroundings.tell(map);
        return map;
    }

    private void replace(GapMap map, GapMapDraft draft) {
        map.replace(draft);
        surroundings.requireProviders(map.said());
        surroundings.score(map, map.responses());
        surroundings.tell(map);
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
