package dev.waymark.gapmap.scoring.method;

import dev.waymark.gapmap.scoring.Cell;
import dev.waymark.gapmap.scoring.Crosshair;
import dev.waymark.gapmap.scoring.NeedScore;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringResult;
import java.util.function.DoubleUnaryOperator;

/**
 * Quadrants of importance and own performance, parted by the map's crosshair. Their needs are put in order by the distance above the
 * grid's diagonal: importance − performance, both on 0 to 10 (J. Ábalo, J. Varela and V. Manzano, Journal of Business Research 60
 * (2007)).
 */
final class ImportancePerformance implements NeedMethod {

    @Override
    public MethodResult score(ScoringResult figures, Scale scale) {
        return MethodResult.of(figures.needs().stream()
                .map(need -> score(need, scale, figures.crosshair()))
                .toList());
    }

    private static MethodScore score(NeedScore need, Scale scale, Crosshair lines) {
        var importance = need.importance().value();
        Cell own = need.own();
        if (importance == null || own.mean() == null) {
            return MethodScore.none(need.needId());
        }
        DoubleUnaryOperator distance = performance -> importance - scale.onTen(performance);
        var ci = own.ci() == null ? null : own.ci().falling(distance);
        var score = MethodScore.of(need.needId(), distance.applyAsDouble(own.mean()), ci);
        return lines.performance() == null
                ? score
                : score.in(Quadrant.of(lines.isImportant(importance), lines.isGood(own.mean())));
    }
}
