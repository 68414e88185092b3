package dev.waymark.gapmap.scoring.method;

import dev.waymark.gapmap.scoring.NeedScore;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringResult;

/**
 * Kano's model (1984): needs are put in order by how many would miss them, −worse, 0 to 1: what is taken for granted comes before what
 * delights.
 */
final class KanoModel implements NeedMethod {

    @Override
    public MethodResult score(ScoringResult figures, Scale scale) {
        var confidence = figures.settings().confidence();
        return MethodResult.of(
                figures.needs().stream().map(need -> score(need, confidence)).toList());
    }

    private static MethodScore score(NeedScore need, double confidence) {
        var kano = Kano.of(need.kano(), confidence);
        if (kano == null) {
            return MethodScore.none(need.needId());
        }
        var ci = kano.worseCi().falling(worse -> 0.0 - worse);
        return MethodScore.of(need.needId(), 0.0 - kano.worse(), ci).with(kano);
    }
}
