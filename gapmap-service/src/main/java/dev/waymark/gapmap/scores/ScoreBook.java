package dev.waymark.gapmap.scores;

import dev.waymark.gapmap.neighbour.KnownPersona;
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

    /** Whether a map has a rating of a stage, which the journey may have lost since. */
    public boolean rated(UUID gapMapId, UUID stageId) {
        return tallies.rated(gapMapId, stageId);
    }

    /** @param needs of the persona, with the importance it states */
    public ScoringResult score(
            Slice slice,
            Scale scale,
            ScoringSettings settings,
            Contestants contestants,
            List<KnownPersona.Need> needs) {
        var tallied = tallies.read(slice, scale, contestants.all());
        var ids = needs.stream().map(KnownPersona.Need::id).toList();
        return Scoring.score(new ScoringInput(
                scale,
                settings,
                needs.stream()
                        .map(n -> new ScoringInput.Need(n.id(), n.importance()))
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
     * What the ratings of each stage say of each need; all comparisons are adjusted together.
     *
     * @param needs with the importance that weighs their gaps
     * @return per stage that has ratings the needs in their order; their ids are others
     */
    public SortedMap<UUID, List<NeedScore>> byStage(
            Slice slice,
            Scale scale,
            ScoringSettings settings,
            Contestants contestants,
            List<ScoringInput.Need> needs) {
        var frequencies = new HashMap<CellKey, Frequencies>();
        var stages = new TreeSet<UUID>();
        tallies.byStage(slice, scale, contestants.all())
                .forEach((cell, parts) -> parts.forEach((stage, ratings) -> {
                    stages.add(stage);
                    frequencies.put(new CellKey(cell.providerId(), at(stage, cell.needId())), ratings);
                }));
        var result = Scoring.score(new ScoringInput(
                scale,
                settings.with(ImportanceSource.STATED),
                stages.stream()
                        .flatMap(stage -> needs.stream()
                                .map(need -> new ScoringInput.Need(at(stage, need.id()), need.statedImportance())))
                        .toList(),
                contestants.own(),
                contestants.competitors(),
                frequencies,
                Map.of(),
                JointSums.NONE,
                Map.of()));
        var scored = new TreeMap<UUID, List<NeedScore>>();
        for (var stage : stages) {
            var first = scored.size() * needs.size();
            scored.put(stage, result.needs().subList(first, first + needs.size()));
        }
        return scored;
    }

    /** A need in a stage is scored like a need of its own. */
    private static UUID at(UUID stage, UUID need) {
        return UUID.nameUUIDFromBytes((stage + " " + need).getBytes(StandardCharsets.US_ASCII));
    }

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
