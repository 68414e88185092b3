package dev.waymark.gapmap.scoring;

import org.apache.commons.statistics.distribution.TDistribution;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A confidence interval, in the unit of the figure it belongs to.
 *
 * @param low the lower end
 * @param high the upper end, not below low
 */
@Schema(description = "At the confidence of the settings, in the unit of the figure it belongs to")
public record Interval(
        @Schema(required = true) double low,

        @Schema(required = true, description = "Not below low")
        double high) {

    /** Student's t interval: centre ± t(1 − α/2, df) · standardError. */
    public static Interval student(double centre, double standardError, double df, double confidence) {
        double margin = TDistribution.of(df).inverseSurvivalProbability((1 - confidence) / 2) * standardError;
        return new Interval(centre - margin, centre + margin);
    }

    boolean liesWithin(double margin) {
        return low >= -margin && high <= margin;
    }
}
