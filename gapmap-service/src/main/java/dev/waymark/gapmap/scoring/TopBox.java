package dev.waymark.gapmap.scoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many of the ratings are one of the top two scale points, with its Wilson interval.
 *
 * @param share 0 to 1
 * @param low the lower end of the interval, 0 to share
 * @param high the upper end of the interval, share to 1
 */
@Schema(description = "Share of ratings at the top two scale points, with its Wilson interval")
public record TopBox(
        @Schema(required = true, description = "0 to 1") double share,

        @Schema(required = true, description = "Lower end of the interval, 0 to share")
        double low,

        @Schema(required = true, description = "Upper end of the interval, share to 1")
        double high) {

    public static TopBox of(long topTwo, long n, double confidence) {
        Interval wilson = Wilson.interval(topTwo, n, confidence);
        return new TopBox((double) topTwo / n, wilson.low(), wilson.high());
    }
}
