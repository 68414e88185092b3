package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The own provider against one competitor on one need. What is undefined is null.
 *
 * @param gap own mean − competitor mean, in scale units; null if a side has no ratings
 * @param t Welch's statistic; like df, p and ci null if a side has fewer than two ratings or neither varies
 * @param df degrees of freedom by Welch–Satterthwaite, not rounded
 * @param p two-sided p-value, 0 to 1
 * @param pAdjusted p after Benjamini–Hochberg over all comparisons of the answer that have a p and enough responses
 *     on both sides; null for the others
 * @param ci the interval of the difference, in scale units; not adjusted
 */
@JsonInclude(JsonInclude.Include.ALWAYS) // a figure that is undefined is shown as null
@Schema(description = "The own provider against one competitor: Welch's test of the difference")
public record Comparison(
        @Schema(required = true, nullable = true, description = "Own mean − competitor mean, in scale units")
        Double gap,

        @Schema(required = true, nullable = true, description = "Welch's statistic")
        Double t,

        @Schema(required = true, nullable = true, description = "Degrees of freedom, Welch–Satterthwaite")
        Double df,

        @Schema(required = true, nullable = true, description = "Two-sided, 0 to 1")
        Double p,

        @Schema(
                required = true,
                nullable = true,
                description =
                        "After Benjamini–Hochberg over all comparisons of this answer with enough ratings on both sides")
        Double pAdjusted,

        @Schema(required = true, nullable = true, description = "Of the difference, in scale units; not adjusted")
        Interval ci) {

    /** Of two independent samples. */
    public static Comparison of(Cell own, Cell competitor, double confidence) {
        Double gap = own.mean() == null || competitor.mean() == null ? null : (Double) (own.mean() - competitor.mean());
        return Welch.of(own, competitor, confidence)
                .map(welch -> new Comparison(gap, welch.t(), welch.df(), welch.p(), null, welch.ci()))
                .orElseGet(() -> new Comparison(gap, null, null, null, null, null));
    }

    Comparison adjusted(double value) {
        return new Comparison(gap, t, df, p, value, ci);
    }
}
