package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What has become of a mean: later ratings against earlier ones, which are taken to be of other people. What is undefined is null.
 *
 * @param difference later mean − earlier mean, in scale units; null if a side has no ratings
 * @param t Welch's statistic; like df, p and ci null if a side has fewer than two ratings or neither varies
 * @param df degrees of freedom by Welch–Satterthwaite, not rounded
 * @param p two-sided p-value, 0 to 1; of this change alone
 * @param ci the interval of the difference, in scale units
 */
@JsonInclude(JsonInclude.Include.ALWAYS) // a figure that is undefined is shown as null
@Schema(description = "Later ratings against earlier ones: Welch's test of the difference")
public record Change(
        @Schema(required = true, nullable = true, description = "Later mean − earlier mean, in scale units")
        Double difference,

        @Schema(required = true, nullable = true, description = "Welch's statistic")
        Double t,

        @Schema(required = true, nullable = true, description = "Degrees of freedom, Welch–Satterthwaite")
        Double df,

        @Schema(required = true, nullable = true, description = "Two-sided, 0 to 1; of this change alone")
        Double p,

        @Schema(required = true, nullable = true, description = "Of the difference, in scale units")
        Interval ci) {

    /** @param confidence of the interval, between 0 and 1, exclusive */
    public static Change of(Cell later, Cell earlier, double confidence) {
        var compared = Comparison.of(later, earlier, confidence);
        return new Change(compared.gap(), compared.t(), compared.df(), compared.p(), compared.ci());
    }
}
