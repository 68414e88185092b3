package dev.waymark.gapmap.scoring.method;

import dev.waymark.gapmap.scoring.Comparison;
import dev.waymark.gapmap.scoring.ExactMean;
import dev.waymark.gapmap.scoring.Interval;
import dev.waymark.gapmap.scoring.NeedScore;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * SERVQUAL: what is perceived of the own provider less what is expected. A. Parasuraman, V. A. Zeithaml and L. L. Berry, Journal of
 * Retailing 64 (1988). A need's score is the shortfall, expectation − perception. Its interval is Welch's: it takes perceptions and
 * expectations to be independent, and so is rather too wide where the same respondents gave both.
 */
final class ServiceGaps implements NeedMethod {

    private static final double USUAL_WEIGHT = 1;

    @Override
    public MethodResult score(ScoringResult figures, Scale scale) {
        var confidence = figures.settings().confidence();
        var scores = new ArrayList<MethodScore>();
        for (var need : figures.needs()) {
            var difference = Comparison.of(need.own(), need.expected(), confidence);
            scores.add(
                    difference.gap() == null
                            ? MethodScore.none(need.needId())
                            : MethodScore.of(need.needId(), 0.0 - difference.gap(), shortfall(difference.ci())));
        }
        return MethodResult.of(scores).with(whole(figures));
    }

    private static Interval shortfall(Interval gap) {
        return gap == null ? null : gap.falling(difference -> 0.0 - difference);
    }

    private static ServiceQuality whole(ScoringResult figures) {
        var weights = figures.settings().dimensionWeights();
        var dimensions = Stream.concat(
                        weights.entrySet().stream()
                                .map(each -> dimension(
                                        each.getKey(),
                                        each.getValue(),
                                        figures.needs().stream()
                                                .filter(need -> each.getKey().equals(need.dimension()))
                                                .toList())),
                        figures.needs().stream()
                                .filter(need -> need.dimension() == null)
                                .map(need -> dimension(need.needId().toString(), USUAL_WEIGHT, List.of(need))))
                .toList();
        var known =
                dimensions.stream().filter(dimension -> dimension.gap() != null).toList();
        var weight =
                known.stream().mapToDouble(ServiceQuality.Dimension::weight).sum();
        var sum = known.stream()
                .mapToDouble(dimension -> dimension.weight() * dimension.gap())
                .sum();
        return new ServiceQuality(
                ExactMean.of(known.stream().map(ServiceQuality.Dimension::gap).toList()),
                weight > 0 ? (Double) (sum / weight) : null,
                dimensions);
    }

    private static ServiceQuality.Dimension dimension(String name, double weight, List<NeedScore> needs) {
        var gaps = needs.stream().map(ServiceGaps::gap).filter(Objects::nonNull).toList();
        return new ServiceQuality.Dimension(name, weight, gaps.size(), ExactMean.of(gaps));
    }

    private static Double gap(NeedScore need) {
        var perceived = need.own().mean();
        var expected = need.expected().mean();
        return perceived == null || expected == null ? null : (Double) (perceived - expected);
    }
}
