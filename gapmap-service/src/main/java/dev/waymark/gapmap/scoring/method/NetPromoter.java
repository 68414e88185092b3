package dev.waymark.gapmap.scoring.method;

import dev.waymark.gapmap.scoring.Interval;
import dev.waymark.gapmap.scoring.OutcomeThresholds;
import dev.waymark.gapmap.scoring.ProviderOutcome;

/**
 * Net promoter score: 100 · (promoters − detractors) / n (F. F. Reichheld, Harvard Business Review 81 (2003)). The interval is the
 * adjusted Wald one: ¾ more promoters and detractors, three more respondents (B. Rocks, The American Statistician 70 (2016)).
 */
final class NetPromoter implements OutcomeMethod {

    private static final double FULL = 100;
    private static final double MORE = 0.75;
    private static final double MORE_RESPONDENTS = 3;

    @Override
    public OutcomeScore score(ProviderOutcome outcome, OutcomeThresholds thresholds, double confidence) {
        var counts = outcome.counts();
        var n = counts.n();
        if (n == 0 || thresholds.promoter() == null) {
            return OutcomeScore.none(outcome);
        }
        var promoters = counts.number(value -> value.compareTo(thresholds.promoter()) >= 0);
        var detractors = counts.number(value -> value.compareTo(thresholds.detractor()) <= 0);
        var exact = new Net((double) promoters / n, (double) detractors / n, n);
        var adjusted = new Net(
                (promoters + MORE) / (n + MORE_RESPONDENTS),
                (detractors + MORE) / (n + MORE_RESPONDENTS),
                n + MORE_RESPONDENTS);
        var ci = Interval.normal(FULL * adjusted.score(), FULL * adjusted.standardError(), confidence);
        return OutcomeScore.of(outcome, FULL * exact.score(), FULL * exact.standardError(), ci)
                .with(new OutcomeScore.Promoters(promoters, n - promoters - detractors, detractors));
    }

    /** Shares of promoters and detractors of n. */
    private record Net(double promoters, double detractors, double n) {

        double score() {
            return promoters - detractors;
        }

        double standardError() {
            return Math.sqrt((promoters + detractors - score() * score()) / n);
        }
    }
}
