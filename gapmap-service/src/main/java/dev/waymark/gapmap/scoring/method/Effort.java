package dev.waymark.gapmap.scoring.method;

import dev.waymark.gapmap.scoring.Interval;
import dev.waymark.gapmap.scoring.OutcomeThresholds;
import dev.waymark.gapmap.scoring.ProviderOutcome;
import dev.waymark.gapmap.scoring.TopBox;

/**
 * Customer effort score: the mean of the outcomes, where more is easier, with its Student interval (M. Dixon, K. Freeman and N. Toman,
 * Harvard Business Review 88 (2010), in the form where high answers are good).
 */
final class Effort implements OutcomeMethod {

    @Override
    public OutcomeScore score(ProviderOutcome outcome, OutcomeThresholds thresholds, double confidence) {
        var counts = outcome.counts();
        var n = counts.n();
        if (n == 0) {
            return OutcomeScore.none(outcome);
        }
        var mean = counts.mean();
        var sd = counts.sd();
        var standardError = sd == null ? null : (Double) (sd / Math.sqrt(n));
        return OutcomeScore.of(
                        outcome,
                        mean,
                        standardError,
                        standardError == null ? null : Interval.student(mean, standardError, n - 1, confidence))
                .with(TopBox.of(counts.number(value -> value.compareTo(thresholds.easy()) >= 0), n, confidence));
    }
}
