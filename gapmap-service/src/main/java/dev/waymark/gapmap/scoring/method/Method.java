package dev.waymark.gapmap.scoring.method;

import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringResult;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ways to say of the same figures which need to act on first (the higher a score, the sooner), or how respondents conclude on each
 * provider.
 */
public enum Method {
    /** Competitive value gap. */
    GAP(new ValueGaps()),
    /** Potential gain in customer value: Hawes & Rao (1985). */
    PGCV(new PotentialGains()),
    /** Importance–performance analysis: Martilla & James (1977). */
    IPA(new ImportancePerformance()),
    /** Opportunity scores of outcome-driven innovation: Ulwick (2005). */
    ODI(new Opportunities()),
    /** Customer value analysis: Gale (1994). */
    CVA(new CustomerValue()),
    /** Perception − expectation: Parasuraman, Zeithaml & Berry (1988). */
    SERVQUAL(new ServiceGaps()),
    /** What is taken for granted, and what delights: Kano (1984). */
    KANO(new KanoModel()),
    /** Net promoter score: Reichheld (2003). */
    NPS(new NetPromoter()),
    /** Customer satisfaction score. */
    CSAT(new Satisfaction()),
    /** Customer effort score: Dixon, Freeman & Toman (2010). */
    CES(new Effort());

    /** Those that put needs in an order; the others say something of providers. */
    static final List<Method> OF_NEEDS =
            Stream.of(values()).filter(method -> method.needs != null).toList();

    private final NeedMethod needs;
    private final OutcomeMethod outcomes;

    Method(NeedMethod needs) {
        this.needs = needs;
        this.outcomes = null;
    }

    Method(OutcomeMethod outcomes) {
        this.needs = null;
        this.outcomes = outcomes;
    }

    /**
     * Scores what has been counted and compared already.
     *
     * @param scale of the ratings
     */
    public MethodResult score(ScoringResult figures, Scale scale) {
        if (needs != null) {
            return needs.score(figures, scale).ranked();
        }
        var settings = figures.settings();
        return MethodResult.ofOutcomes(figures.outcomes().stream()
                .map(outcome -> settings.outcomeThresholds() == null
                        ? OutcomeScore.none(outcome)
                        : outcomes.score(outcome, settings.outcomeThresholds(), settings.confidence()))
                .toList());
    }
}
