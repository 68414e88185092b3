package dev.waymark.gapmap.gapmap;

import dev.waymark.gapmap.neighbour.KnownJourney;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.gapmap.provider.ProviderView;
import dev.waymark.gapmap.scores.Contestants;
import dev.waymark.gapmap.scores.Place;
import dev.waymark.gapmap.scores.ScoreBook;
import dev.waymark.gapmap.scores.Slice;
import dev.waymark.gapmap.scoring.ScoringInput;
import dev.waymark.gapmap.scoring.ScoringResult;
import dev.waymark.gapmap.scoring.SurveyAnswers;
import dev.waymark.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The figures of a gap map: the tallied ratings of what it compares, seen as its settings say. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MapFigures {

    private final Surroundings surroundings;
    private final ScoreBook book;

    MapFigures(Surroundings surroundings, ScoreBook book) {
        this.surroundings = surroundings;
        this.book = book;
    }

    /** Puts the present scores, in short, on the map. */
    void score(GapMap map) {
        map.score(ValueGap.of(result(map, Slice.whole(map.id()), surroundings.needs(map)), surroundings.compared(map)));
    }

    ScoresView scores(GapMap map, ScoresView.Question question, List<ProviderView> compared) {
        var needs = surroundings.needs(map);
        return ScoresView.of(map, question, result(map, question.slice(), needs), needs, compared);
    }

    Priorities priorities(GapMap map, List<ProviderView> compared) {
        var needs = surroundings.needs(map);
        return new Priorities(
                result(map, Slice.whole(map.id()), needs), map.content().scale(), needs, compared);
    }

    TrendView trend(GapMap map, TrendView.Question question, List<ProviderView> compared) {
        var needs = surroundings.needs(map);
        var said = map.content();
        var settings = said.settings().forScoring();
        var asked =
                new ScoreBook.Asked(needs.stream().map(KnownPersona.Need::id).toList(), question.since());
        var trends = book.trends(question.slice(), said.scale(), settings, contestants(map), asked);
        return new TrendView(
                map.id(),
                question.slice().stageId(),
                question.slice().touchpointId(),
                question.since(),
                said.scale(),
                settings.confidence(),
                settings.minResponses(),
                compared.stream().map(ScoresView.Provider::of).toList(),
                IntStream.range(0, needs.size())
                        .mapToObj(i -> new TrendView.NeedTrend(ScoresView.Need.of(needs.get(i)), trends.get(i)))
                        .toList());
    }

    HeatmapView heatmap(GapMap map, ScoreBook.Cut cut, List<ProviderView> compared) {
        var said = map.content();
        var slice = cut.slice();
        var needs = surroundings.needs(map);
        var importances = result(map, slice, needs).needs().stream()
                .map(score -> score.importance().value())
                .toList();
        var weighed = IntStream.range(0, needs.size())
                .mapToObj(i -> new ScoringInput.Need(needs.get(i).id(), importances.get(i)))
                .toList();
        var scored = book.byPlace(cut, said.scale(), said.settings().forScoring(), contestants(map), weighed);
        var columns = inOrder(map, cut.by(), scored.keySet());
        return new HeatmapView(
                map.id(),
                slice.months().from(),
                slice.months().to(),
                said.scale(),
                compared.stream().map(ScoresView.Provider::of).toList(),
                cut.by(),
                columns,
                IntStream.range(0, needs.size())
                        .mapToObj(i -> new HeatmapView.Row(
                                ScoresView.Need.of(needs.get(i)),
                                importances.get(i),
                                columns.stream()
                                        .map(column -> HeatmapView.Figures.of(
                                                scored.get(column.id()).get(i)))
                                        .toList()))
                        .toList());
    }

    private List<HeatmapView.Column> inOrder(GapMap map, Place by, Set<UUID> rated) {
        var known = surroundings
                .stages(map)
                .flatMap(stage -> by == Place.STAGE
                        ? Stream.of(new HeatmapView.Column(stage.id(), stage.name(), stage.id(), stage.phase()))
                        : stage.touchpoints()
                                .map(each -> new HeatmapView.Column(each.id(), each.name(), stage.id(), stage.phase())))
                .filter(column -> rated.contains(column.id()))
                .toList();
        var gone = rated.stream()
                .filter(id -> known.stream().noneMatch(column -> column.id().equals(id)))
                .map(id -> new HeatmapView.Column(id, null, null, null));
        return Stream.concat(known.stream(), gone).toList();
    }

    /** @throws Problem 422 if the stage or touchpoint is neither of a journey of the map's persona nor rated in the map */
    void requirePlace(GapMap map, Slice slice) {
        var place = slice.placeId();
        if (place == null || book.rated(map.id(), place)) {
            return;
        }
        var known = surroundings
                .stages(map)
                .flatMap(stage -> slice.touchpointId() == null
                        ? Stream.of(stage.id())
                        : stage.touchpoints().map(KnownJourney.Touchpoint::id));
        if (known.noneMatch(place::equals)) {
            var kind = slice.touchpointId() == null ? "stage" : "touchpoint";
            throw Problem.unknownReference(
                    kind,
                    "The " + kind + " " + place
                            + " is of no journey of the map's persona, and the map has no rating of it.");
        }
    }

    /** The scores of needs, in their order. */
    ScoringResult result(GapMap map, Slice slice, List<KnownPersona.Need> needs) {
        var settings = map.content().settings();
        return book.score(
                slice,
                map.content().scales(),
                settings.forScoring(),
                contestants(map),
                needs.stream()
                        .map(need -> new ScoringInput.Need(
                                need.id(), need.importance(), settings.dimension(need), SurveyAnswers.NONE))
                        .toList());
    }

    static Contestants contestants(GapMap map) {
        var ids = map.content().providerIds();
        return new Contestants(ids.getFirst(), ids.subList(1, ids.size()));
    }
}
