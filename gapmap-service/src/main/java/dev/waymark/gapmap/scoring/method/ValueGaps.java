package dev.waymark.gapmap.scoring.method;

import dev.waymark.gapmap.scoring.CompetitorScore;
import dev.waymark.gapmap.scoring.NeedScore;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringResult;

/** Importance · (mean of the best competitor − own mean), in importance times scale units. */
final class ValueGaps implements NeedMethod {

    @Override
    public MethodResult score(ScoringResult figures, Scale scale) {
        return MethodResult.of(figures.needs().stream().map(ValueGaps::score).toList());
    }

    private static MethodScore score(NeedScore need) {
        var difference = need.best().map(CompetitorScore::comparison);
        var weight = need.importance().value();
        var ci = difference
                .filter(comparison -> weight != null && comparison.ci() != null)
                // The comparison is own − competitor, the gap competitor − own.
                .map(comparison -> comparison.ci().falling(gap -> -weight * gap))
                .orElse(null);
        return MethodScore.of(need.needId(), need.valueGap(), ci);
    }
}
