package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Σ weight · value / Σ weight, with the interval carried through: the variance of a sum of independent estimates. What is
 * undefined is null.
 *
 * @param weight Σ weight of the parts that have a value
 * @param value in the unit of the parts; null if no part has a weight above 0
 * @param standardError √Σ (weight · standard error)² / Σ weight; null if a part with a weight has none
 * @param ci value ± z(1 − α/2) · standardError; null without a standard error
 */
@JsonInclude(JsonInclude.Include.ALWAYS) // a figure that is undefined is shown as null
@Schema(description = "A weighted mean of what independent samples say")
public record RollUp(
        @Schema(required = true, description = "The sum of the weights")
        double weight,

        @Schema(required = true, nullable = true, description = "The weighted mean")
        Double value,

        @Schema(required = true, nullable = true) Double standardError,

        @Schema(required = true, nullable = true, description = "Normal interval")
        Interval ci) {

    /**
     * One of several estimates, each of other respondents.
     *
     * @param weight not negative
     * @param standardError null if it is not known
     */
    public record Part(double weight, double value, Double standardError) {}

    public static RollUp of(List<Part> all, double confidence) {
        var parts = all.stream().filter(part -> part.weight() > 0).toList();
        var weight = parts.stream().mapToDouble(Part::weight).sum();
        if (parts.isEmpty()) {
            return new RollUp(0, null, null, null);
        }
        var value = parts.stream().mapToDouble(p -> p.weight() * p.value()).sum() / weight;
        if (parts.stream().anyMatch(part -> part.standardError() == null)) {
            return new RollUp(weight, value, null, null);
        }
        var variance = parts.stream()
                .mapToDouble(p -> Math.pow(p.weight() * p.standardError(), 2))
                .sum();
        var standardError = Math.sqrt(variance) / weight;
        return new RollUp(weight, value, standardError, Interval.normal(value, standardError, confidence));
    }
}
