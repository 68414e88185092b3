package dev.waymark.gapmap.scoring.method;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waymark.gapmap.scoring.Cell;
import dev.waymark.gapmap.scoring.ExactMean;
import dev.waymark.gapmap.scoring.NeedScore;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What each provider costs beside what it delivers. The fair-value line goes through 100 and 100, where somebody is as good and as dear as
 * the rest; it rises by the weight of quality over that of price. B. T. Gale, "Managing Customer Value", Free Press (1994).
 *
 * @param currency of the prices that are compared; null if the own provider has none
 * @param priceWeight how much price weighs beside quality, 0 to 1
 * @param providers the own one first
 */
@Schema(description = "What each provider costs beside what it delivers")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ValueMap(
        @Schema(
                required = true,
                nullable = true,
                description = "Of the prices compared; null if the own provider has none")
        String currency,

        @Schema(required = true, description = "How much price weighs beside quality, 0 to 1")
        double priceWeight,

        @Schema(required = true, description = "In their order")
        List<Position> providers) {

    private static final double EQUAL = 100;

    /**
     * A provider.
     *
     * @param price the latest; null if none is known in the currency
     * @param relativePrice 100 · price / mean price, the own one included, as it is published
     * @param priceRatio 100 · price / mean price of the others, as quality is against the others; null without others
     * @param quality Σ weight · mean / mean of the others' means, 100 being equal
     * @param fairPrice the price ratio on the fair-value line at this quality
     * @param advantage fairPrice − priceRatio: above 0 it is worth more than it costs
     */
    @Schema(name = "ValueMapPosition", description = "A provider on the value map; null is what is not known")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Position(
            @Schema(required = true) UUID providerId,

            @Schema(required = true, nullable = true, description = "The latest")
            BigDecimal price,

            @Schema(required = true, nullable = true, description = "100 · price / mean price of all")
            Double relativePrice,

            @Schema(required = true, nullable = true, description = "100 · price / mean price of the others")
            Double priceRatio,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Against the mean of the others, weighted by importance, 100 being equal")
            Double quality,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "The price ratio on the fair-value line at this quality")
            Double fairPrice,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "fairPrice − priceRatio: above 0 it is worth more than it costs")
            Double advantage) {}

    /** What providers cost, each by its id, in one currency. */
    public record Prices(String currency, Map<UUID, BigDecimal> byProvider) {

        /** 100 · price / mean price of all that have one; null for who has none. */
        Double relative(UUID provider) {
            return ratio(provider, byProvider.values());
        }

        /** 100 · price / mean price of the others that have one; null for who has none, or is the only one. */
        Double againstOthers(UUID provider) {
            return ratio(
                    provider,
                    byProvider.entrySet().stream()
                            .filter(price -> !price.getKey().equals(provider))
                            .map(Map.Entry::getValue)
                            .toList());
        }

        private Double ratio(UUID provider, Collection<BigDecimal> prices) {
            var price = byProvider.get(provider);
            var sum = prices.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return price == null || sum.signum() == 0
                    ? null
                    : (Double) price.multiply(BigDecimal.valueOf(100L * prices.size()))
                            .divide(sum, MathContext.DECIMAL128)
                            .doubleValue();
        }
    }

    /** @param priceWeight above 0, below 1 */
    public static ValueMap of(ScoringResult figures, Scale scale, Prices prices, double priceWeight) {
        var positions = new ArrayList<Position>();
        for (var provider : figures.outcomes()) {
            var id = provider.providerId();
            var quality = scale.min().signum() < 0 ? null : quality(figures, id);
            var ratio = prices.againstOthers(id);
            var fair = quality == null ? null : (Double) (EQUAL + (1 - priceWeight) / priceWeight * (quality - EQUAL));
            positions.add(new Position(
                    id,
                    prices.byProvider().get(id),
                    prices.relative(id),
                    ratio,
                    quality,
                    fair,
                    fair == null || ratio == null ? null : (Double) (fair - ratio)));
        }
        return new ValueMap(prices.currency(), priceWeight, positions);
    }

    /** As CVA has it of the own provider; null where nothing is known. */
    private static Double quality(ScoringResult figures, UUID provider) {
        var weights = 0.0;
        var sum = 0.0;
        for (var need : figures.needs()) {
            var ratio = ratio(need, provider, figures.settings().minResponses());
            if (ratio != null && need.importance().value() != null) {
                weights += need.importance().value();
                sum += need.importance().value() * ratio;
            }
        }
        return weights == 0 ? null : (Double) (EQUAL * sum / weights);
    }

    private static Double ratio(NeedScore need, UUID provider, int minResponses) {
        var rival = need.competitors().stream()
                .filter(each -> each.providerId().equals(provider))
                .findFirst();
        Double mean = rival.isPresent() ? rival.get().mean() : need.own().mean();
        var others = new ArrayList<Double>();
        need.competitors().stream()
                .filter(each -> !each.providerId().equals(provider) && each.n() >= minResponses)
                .forEach(each -> others.add(each.mean()));
        Cell own = need.own();
        if (rival.isPresent() && own.n() >= minResponses) {
            others.add(own.mean());
        }
        var ofOthers = ExactMean.of(others);
        return mean == null || ofOthers == null || ofOthers == 0 ? null : (Double) (mean / ofOthers);
    }
}
