package dev.waymark.gapmap.scoring.method;

import dev.waymark.gapmap.scoring.Interval;
import dev.waymark.gapmap.scoring.OutcomeThresholds;
import dev.waymark.gapmap.scoring.ProviderOutcome;
import dev.waymark.gapmap.scoring.TopBox;

/** Customer satisfaction score: the share of satisfied respondents, 0 to 100, with its Wilson interval. */
final class Satisfaction implements OutcomeMethod {

    private static final double FULL = 100;

    @Override
    public OutcomeScore score(ProviderOutcome outcome, OutcomeThresholds thresholds, double confidence) {
        var counts = outcome.counts();
        var n = counts.n();
        if (n == 0) {
            return OutcomeScore.none(outcome);
        }
        var satisfied = TopBox.of(counts.number(value -> value.compareTo(thresholds.satisfied()) >= 0), n, confidence);
        var share = satisfied.share();
        return OutcomeScore.of(
                        outcome,
                        FULL * share,
                        FULL * Math.sqrt(share * (1 - share) / n),
                        new Interval(FULL * satisfied.low(), FULL * satisfied.high()))
                .with(satisfied);
    }
}
