package dev.waymark.gapmap.scoring.method;

import dev.waymark.gapmap.scoring.Cell;
import dev.waymark.gapmap.scoring.CompetitorScore;
import dev.waymark.gapmap.scoring.Interval;
import dev.waymark.gapmap.scoring.NeedScore;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringResult;
import dev.waymark.gapmap.scoring.ScoringSettings;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The market-perceived quality ratio: Σ weight · own mean / mean of the competitors' means, weights adding up to 100. B. T. Gale,
 * "Managing Customer Value", Free Press (1994). A need's score is what it takes from that: weight · (1 − ratio).
 *
 * <p>Intervals are by the delta method. That of the whole takes all needs to err together, since one respondent rates many of them: it
 * is rather too wide than too narrow.
 */
final class CustomerValue implements NeedMethod {

    private static final double EQUAL = 100;

    @Override
    public MethodResult score(ScoringResult figures, Scale scale) {
        // Of ratings that may be below zero there are no ratios.
        var ratios = figures.needs().stream()
                .map(need -> scale.min().signum() < 0 ? null : Ratio.of(need, figures.settings()))
                .toList();
        var all = ratios.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Ratio::importance)
                .sum();
        if (all == 0) {
            return MethodResult.of(figures.needs().stream()
                    .map(need -> MethodScore.none(need.needId()))
                    .toList());
        }
        var confidence = figures.settings().confidence();
        var needs = Stream.iterate(0, i -> i < ratios.size(), i -> i + 1)
                .map(i -> score(figures.needs().get(i), ratios.get(i), all, confidence))
                .toList();
        return MethodResult.of(needs).with(whole(needs));
    }

    private static MethodScore score(NeedScore need, Ratio ratio, double all, double confidence) {
        if (ratio == null) {
            return MethodScore.none(need.needId());
        }
        var weight = EQUAL * ratio.importance() / all;
        var quality =
                new Quality(EQUAL * ratio.value(), weight, around(EQUAL * ratio.value(), EQUAL, ratio, confidence));
        var lost = weight * (1 - ratio.value());
        return MethodScore.of(need.needId(), lost, around(lost, weight, ratio, confidence))
                .with(quality);
    }

    private static Interval around(double centre, double unit, Ratio ratio, double confidence) {
        return ratio.standardError() == null ? null : Interval.normal(centre, unit * ratio.standardError(), confidence);
    }

    private static Quality whole(List<MethodScore> needs) {
        var parts = needs.stream()
                .map(MethodScore::quality)
                .filter(Objects::nonNull)
                .toList();
        var score = parts.stream()
                .mapToDouble(part -> part.weight() * part.score() / EQUAL)
                .sum();
        if (parts.stream().anyMatch(part -> part.ci() == null)) {
            return new Quality(score, EQUAL, null);
        }
        var margin = parts.stream()
                .mapToDouble(part -> part.weight() * (part.ci().high() - part.score()) / EQUAL)
                .sum();
        return new Quality(score, EQUAL, Interval.around(score, margin));
    }

    /**
     * Own mean / mean of the competitors' means, of those with enough ratings.
     *
     * @param standardError null where a mean has none
     */
    private record Ratio(double importance, double value, Double standardError) {

        /** Null where importance, the own mean or that of the competitors is not known, or the latter is 0. */
        static Ratio of(NeedScore need, ScoringSettings settings) {
            var rivals = need.competitors().stream()
                    .filter(rival -> rival.n() >= settings.minResponses())
                    .toList();
            var importance = need.importance().value();
            Cell own = need.own();
            var others = rivals.stream().mapToDouble(CompetitorScore::mean).average();
            if (importance == null || own.mean() == null || others.isEmpty() || others.getAsDouble() == 0) {
                return null;
            }
            var value = own.mean() / others.getAsDouble();
            return new Ratio(importance, value, error(own, rivals, value, others.getAsDouble()));
        }

        private static Double error(Cell own, List<CompetitorScore> rivals, double value, double others) {
            if (own.standardError() == null || rivals.stream().anyMatch(rival -> rival.standardError() == null)) {
                return null;
            }
            var squares = rivals.stream()
                    .mapToDouble(rival -> rival.standardError() * rival.standardError())
                    .sum();
            return Math.hypot(own.standardError(), value * Math.sqrt(squares) / rivals.size()) / others;
        }
    }
}
