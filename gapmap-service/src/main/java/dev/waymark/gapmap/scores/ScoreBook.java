package dev.waymark.gapmap.scores;

import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.gapmap.scoring.ImportanceSource;
import dev.waymark.gapmap.scoring.JointSums;
import dev.waymark.gapmap.scoring.RelativeWeights;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.Scoring;
import dev.waymark.gapmap.scoring.ScoringInput;
import dev.waymark.gapmap.scoring.ScoringResult;
import dev.waymark.gapmap.scoring.ScoringSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
