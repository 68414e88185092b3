package dev.waymark.gapmap.scoring;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
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

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Student's t interval: centre ± t(1 − α/2, df) · standardError. */
    public static Interval student(double centre, double standardError, double df, double confidence) {
        return around(centre, TDistribution.of(df).inverseSurvivalProbability((1 - confidence) / 2) * standardError);
    }

    /** Where the estimate is about normal: centre ± z(1 − α/2) · standardError. */
    public static Interval normal(double centre, double standardError, double confidence) {
        return around(centre, z(confidence) * standardError);
    }

    /** centre ± margin. */
    public static Interval around(double centre, double margin) {
        return new Interval(centre - margin, centre + margin);
    }

    /** z(1 − α/2). */
    static double z(double confidence) {
        return NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
    }

    /** That of a figure which falls as this one rises. */
    public Interval falling(DoubleUnaryOperator figure) {
        return new Interval(figure.applyAsDouble(high), figure.applyAsDouble(low));
    }

    boolean liesWithin(double margin) {
        return low >= -margin && high <= margin;
    }
}
