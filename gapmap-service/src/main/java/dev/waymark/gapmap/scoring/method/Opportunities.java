package dev.waymark.gapmap.scoring.method;

import dev.waymark.gapmap.scoring.Interval;
import dev.waymark.gapmap.scoring.NeedScore;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringResult;
import dev.waymark.gapmap.scoring.TopBox;

/**
 * Opportunity scores: importance + max(importance − satisfaction, 0), 0 to 20, where satisfaction is ten times the share of own ratings
 * on the top two points; and so is importance, of the respondents who rate it, if they are enough: else it is the map's. A. W. Ulwick, "What Customers Want", McGraw-Hill (2005).
 */
final class Opportunities implements NeedMethod {

    private static final int FULL = 10;

    @Override
    public MethodResult score(ScoringResult figures, Scale scale) {
        var threshold = figures.settings().opportunityThreshold();
        var few = figures.settings().minResponses();
        return MethodResult.of(figures.needs().stream()
                .map(need -> score(need, threshold, few))
                .toList());
    }

    private static MethodScore score(NeedScore need, double threshold, int minResponses) {
        var surveyed = need.importance().surveyed();
        var byTopTwo = surveyed.n() >= minResponses;
        var importance = byTopTwo
                ? (Double) (FULL * surveyed.topBox().share())
                : need.importance().value();
        TopBox satisfied = need.own().topBox();
        if (importance == null || satisfied == null) {
            return MethodScore.none(need.needId());
        }
        var ci = new Interval(opportunity(importance, satisfied.high()), opportunity(importance, satisfied.low()));
        var score = MethodScore.of(need.needId(), opportunity(importance, satisfied.share()), ci);
        return score.thatIsAnOpportunity(score.score() >= threshold, byTopTwo);
    }

    private static double opportunity(double importance, double satisfied) {
        return importance + Math.max(importance - FULL * satisfied, 0);
    }
}
