package dev.waymark.gapmap.scoring.method;

import dev.waymark.gapmap.scoring.Cell;
import dev.waymark.gapmap.scoring.NeedScore;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringResult;
import java.util.function.DoubleUnaryOperator;

/**
 * Potential gain in customer value: importance · highest rating − importance · own mean, what would be won by perfection. J. M. Hawes
 * and C. P. Rao, "Using Importance-Performance Analysis to Develop Health Care Marketing Strategies", Journal of Health Care
 * Marketing 5 (1985).
 */
final class PotentialGains implements NeedMethod {

    @Override
    public MethodResult score(ScoringResult figures, Scale scale) {
        var best = scale.max().doubleValue();
        return MethodResult.of(
                figures.needs().stream().map(need -> score(need, best)).toList());
    }

    private static MethodScore score(NeedScore need, double best) {
        var weight = need.importance().value();
        Cell own = need.own();
        if (weight == null || own.mean() == null) {
            return MethodScore.none(need.needId());
        }
        DoubleUnaryOperator gain = performance -> weight * (best - performance);
        var ci = own.ci() == null ? null : own.ci().falling(gain);
        return MethodScore.of(need.needId(), gain.applyAsDouble(own.mean()), ci);
    }
}
