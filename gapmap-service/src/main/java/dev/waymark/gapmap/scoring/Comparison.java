package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;

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
public record Comparison(Double gap, Double t, Double df, Double p, Double pAdjusted, Interval ci) {

    static Comparison of(Cell own, Cell competitor, double confidence) {
        Double gap = own.mean() == null || competitor.mean() == null ? null : (Double) (own.mean() - competitor.mean());
        return Welch.of(own, competitor, confidence)
                .map(welch -> new Comparison(gap, welch.t(), welch.df(), welch.p(), null, welch.ci()))
                .orElseGet(() -> new Comparison(gap, null, null, null, null, null));
    }

    Comparison adjusted(double value) {
        return new Comparison(gap, t, df, p, value, ci);
    }
}
