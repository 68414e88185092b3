package dev.waymark.gapmap.gapmap;

import dev.waymark.gapmap.provider.ProviderView;
import dev.waymark.gapmap.scoring.CompetitorScore;
import dev.waymark.gapmap.scoring.NeedScore;
import dev.waymark.gapmap.scoring.ScoringResult;
import dev.waymark.gapmap.scoring.Verdict;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the scores say of one need, in short: this is what the other services hear.
 *
 * @param responses ratings of this need, of the own provider and its competitors
 * @param importance 0–10, the one the settings choose; null if not known
 * @param gap own mean − best competitor's mean, in scale units
 * @param pAdjusted of that difference, after Benjamini–Hochberg
 * @param valueGap importance · (best competitor's mean − own mean)
 */
@Schema(description = "What the scores say of one need, in short")
public record ValueGap(
        @Schema(required = true) UUID needId,

        @Schema(required = true, description = "Against the best competitor")
        Verdict verdict,

        @Schema(required = true, description = "Ratings of this need, of the own provider and its competitors")
        long responses,

        @Schema(description = "0 to 10, the one the settings choose; absent if not known")
        Double importance,

        @Schema(description = "Own mean − best competitor's mean, in scale units")
        Double gap,

        @Schema(description = "Two-sided p-value of the gap after Benjamini–Hochberg, 0 to 1")
        Double pAdjusted,

        @Schema(description = "The highest mean among those with enough ratings; absent if none has")
        UUID bestCompetitorId,

        String bestCompetitorName,

        @Schema(description = "Importance · (best competitor's mean − own mean), in importance times scale units")
        Double valueGap) {

    static List<ValueGap> of(ScoringResult scores, List<ProviderView> providers) {
        var names = providers.stream()
                .collect(Collectors.toMap(ProviderView::id, p -> p.content().name()));
        return scores.needs().stream().map(need -> of(need, names)).toList();
    }

    private static ValueGap of(NeedScore need, Map<UUID, String> names) {
        var best = need.best().map(CompetitorScore::comparison);
        var responses = need.own().n()
                + need.competitors().stream().mapToLong(CompetitorScore::n).sum();
        return new ValueGap(
                need.needId(),
                need.verdict(),
                responses,
                need.importance().value(),
                best.map(c -> c.gap()).orElse(null),
                best.map(c -> c.pAdjusted()).orElse(null),
                need.bestCompetitorId(),
                names.get(need.bestCompetitorId()),
                need.valueGap());
    }
}
