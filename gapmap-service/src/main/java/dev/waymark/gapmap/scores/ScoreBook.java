package dev.waymark.gapmap.scores;

import dev.waymark.gapmap.scoring.Frequencies;
import dev.waymark.gapmap.scoring.ImportanceSource;
import dev.waymark.gapmap.scoring.JointSums;
import dev.waymark.gapmap.scoring.NeedScore;
import dev.waymark.gapmap.scoring.RelativeWeights;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.Scoring;
import dev.waymark.gapmap.scoring.ScoringInput;
import dev.waymark.gapmap.scoring.ScoringInput.CellKey;
import dev.waymark.gapmap.scoring.ScoringResult;
import dev.waymark.gapmap.scoring.ScoringSettings;
import dev.waymark.gapmap.scoring.SurveyAnswers;
import dev.waymark.gapmap.scoring.Trend;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Scores a map from what is stored. */
@ApplicationScoped
public class ScoreBook {

    private final Tallies tallies;

    ScoreBook(Tallies tallies) {
        this.tallies = tallies;
    }

    /** Whether a map has a rating of a stage or a touchpoint, which the journey may have lost since. */
    public boolean rated(UUID gapMapId, UUID placeId) {
        return tallies.rated(gapMapId, placeId);
    }

    /** @param needs of the persona, with the importance it states; what was asked of them is looked up */
    public ScoringResult score(
            Slice slice,
            Scales scales,
            ScoringSettings settings,
            Contestants contestants,
            List<ScoringInput.Need> needs) {
        var tallied = tallies.read(slice, scales, contestants.all());
        var ids = needs.stream().map(ScoringInput.Need::id).toList();
        return Scoring.score(new ScoringInput(
                scales.ratings(),
                settings,
                needs.stream()
                        .map(need -> need.asked(tallied.asked().getOrDefault(need.id(), SurveyAnswers.NONE)))
                        .toList(),
                contestants.own(),
                contestants.competitors(),
                tallied.frequencies(),
                tallied.sums().outcome(),
                weighed(slice, ids, tallied.sums(), settings),
                tallied.outcomes()));
    }

    /**
     * Each provider on each need, month by month.
     *
     * @param since the first month after something was done; null if nothing is asked about that
     * @return per need one trend for each provider, the own one first
     */
    public List<List<Trend>> trends(
            Slice slice, Scale scale, ScoringSettings settings, Contestants contestants, Asked asked) {
        var monthly = tallies.monthly(slice, scale, contestants.all());
        return asked.needs().stream()
                .map(need -> contestants.all().stream()
                        .map(provider -> Trend.of(
                                provider,
                                monthly.getOrDefault(new CellKey(provider, need), new TreeMap<>()),
                                scale,
                                settings,
                                asked.since()))
                        .toList())
                .toList();
    }

    /**
     * What the ratings of each stage or touchpoint say of each need; all comparisons are adjusted together.
     *
     * @param needs with the importance that weighs their gaps
     * @return per place that has ratings the needs in their order; their ids are others
     */
    public SortedMap<UUID, List<NeedScore>> byPlace(
            Cut cut, Scale scale, ScoringSettings settings, Contestants contestants, List<ScoringInput.Need> needs) {
        var cells = new HashMap<CellKey, Frequencies>();
        var places = new TreeSet<UUID>();
        tallies.byPlace(cut.by(), cut.slice(), scale, contestants.all())
                .forEach((cell, parts) -> parts.forEach((place, levels) -> {
                    places.add(place);
                    cells.put(new CellKey(cell.providerId(), at(place, cell.needId())), levels);
                }));
        var result = Scoring.score(new ScoringInput(
                scale,
                settings.with(ImportanceSource.STATED),
                places.stream()
                        .flatMap(place -> needs.stream()
                                .map(need -> new ScoringInput.Need(at(place, need.id()), need.statedImportance())))
                        .map(need -> need.asked(new SurveyAnswers(null, cells.get(Tallies.expected(need.id())), null)))
                        .toList(),
                contestants.own(),
                contestants.competitors(),
                cells,
                Map.of(),
                JointSums.NONE,
                Map.of()));
        var scored = new TreeMap<UUID, List<NeedScore>>();
        for (var place : places) {
            var first = scored.size() * needs.size();
            scored.put(place, result.needs().subList(first, first + needs.size()));
        }
        return scored;
    }

    /** A need in a place is scored like a need of its own. */
    private static UUID at(UUID place, UUID need) {
        return UUID.nameUUIDFromBytes((place + " " + need).getBytes(StandardCharsets.US_ASCII));
    }

    /** Which ratings, and what parts them. */
    public record Cut(Slice slice, Place by) {}

    /** What is asked about trends: of which needs, and what has been different since a month, which may be null. */
    public record Asked(List<UUID> needs, YearMonth since) {}

    /**
     * Correlations of which each rests on other responses may contradict each other; those of the same responses do not. They are looked
     * for where the map asks for what follows from them: that reads all its responses.
     */
    private JointSums weighed(Slice slice, List<UUID> needs, JointSums pairwise, ScoringSettings settings) {
        if (settings.importanceSource() != ImportanceSource.RELATIVE_WEIGHTS) {
            return pairwise;
        }
        var weights = RelativeWeights.of(needs, pairwise, settings.minResponses());
        return weights.contradict() ? tallies.complete(slice, weights.needs()) : pairwise;
    }
}
