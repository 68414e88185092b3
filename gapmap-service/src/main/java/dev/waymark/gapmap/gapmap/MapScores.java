package dev.waymark.gapmap.gapmap;

import dev.waymark.gapmap.provider.ProviderView;
import dev.waymark.gapmap.scores.Ranking;
import dev.waymark.gapmap.scores.RankingConfidences;
import dev.waymark.gapmap.scores.ScoreBook;
import dev.waymark.gapmap.scores.Slice;
import dev.waymark.http.EntityTag;
import dev.waymark.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** Reads the scores of gap maps, with a tag that changes whenever a figure may. */
@ApplicationScoped
@Transactional
class MapScores {

    private static final long MORE_THAN_PRICES = 1000;

    private final GapMaps rows;
    private final Surroundings surroundings;
    private final MapFigures figures;
    private final RankingConfidences confidences;

    MapScores(GapMaps rows, Surroundings surroundings, MapFigures figures, RankingConfidences confidences) {
        this.rows = rows;
        this.surroundings = surroundings;
        this.figures = figures;
        this.confidences = confidences;
    }

    /** @param view null if the caller has it */
    record Tagged<V>(EntityTag tag, V view) {}

    /**
     * What is asked of a map. Its tag is read before its figures: at worst it is older than they are, and the next look gives
     * the same figures again.
     *
     * @throws Problem 404; 422 if the stage or touchpoint is unknown
     */
    Tagged<ScoresView> read(ScoresView.Question question, String ifNoneMatch) {
        return tagged(question.slice(), ifNoneMatch, (map, compared) -> figures.scores(map, question, compared));
    }

    /** @throws Problem 404; 422 if the stage or touchpoint is unknown */
    Tagged<TrendView> trend(TrendView.Question question, String ifNoneMatch) {
        return tagged(question.slice(), ifNoneMatch, (map, compared) -> figures.trend(map, question, compared));
    }

    /** @throws Problem 404 */
    Tagged<HeatmapView> heatmap(ScoreBook.Cut cut, String ifNoneMatch) {
        return tagged(cut.slice(), ifNoneMatch, (map, compared) -> figures.heatmap(map, cut, compared));
    }

    /**
     * What to close first. How sure that is, is computed in the background for the state that the tag of the scores names.
     *
     * @throws Problem 404
     */
    PrioritiesView priorities(UUID id) {
        var map = rows.findByIdOptional(id).orElseThrow(() -> Problem.notFound("gap map", id));
        var compared = surroundings.compared(map);
        var basis = tag(map, compared).header();
        var priorities = figures.priorities(map, compared);
        var known = priorities.isEmpty() ? null : confidences.find(id, basis).orElse(null);
        if (known == null && !priorities.isEmpty()) {
            confidences.compute(new Ranking(id, basis, MapFigures.contestants(map), priorities.scores()));
        }
        return priorities.view(id, known);
    }

    private <V> Tagged<V> tagged(Slice slice, String ifNoneMatch, BiFunction<GapMap, List<ProviderView>, V> view) {
        var id = slice.gapMapId();
        var map = rows.findByIdOptional(id).orElseThrow(() -> Problem.notFound("gap map", id));
        figures.requirePlace(map, slice);
        var compared = surroundings.compared(map);
        var tag = tag(map, compared);
        return new Tagged<>(tag, tag.isNamedBy(ifNoneMatch) ? null : view.apply(map, compared));
    }

    /**
     * What figures rest on: the settings (the map's version), importance (its context), ratings, and the names and present
     * prices of the providers. Of one version of a map the last three only ever rise, so their sum tells any change.
     */
    private static EntityTag tag(GapMap map, List<ProviderView> compared) {
        var own = map.entityTag();
        var today = LocalDate.now(ZoneOffset.UTC);
        var providers = compared.stream()
                .mapToLong(provider -> MORE_THAN_PRICES * provider.version()
                        + provider.content().prices().stream()
                                .filter(price -> !price.date().isAfter(today))
                                .count())
                .sum();
        return new EntityTag(own.version(), own.context() + map.ratingsVersion() + providers);
    }
}
