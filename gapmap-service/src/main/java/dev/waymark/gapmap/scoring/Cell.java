package dev.waymark.gapmap.scoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the ratings of one provider on one need say. A figure that is undefined is null.
 *
 * @param n the number of ratings
 * @param mean in scale units; null for n = 0
 * @param sd sample standard deviation (n − 1) in scale units; null for n &lt; 2
 * @param standardError sd / √n; null for n &lt; 2
 * @param ci the t interval of the mean; null for n &lt; 2. It may reach beyond the ends of the scale
 * @param topBox the share of the top two scale points; null for n = 0
 */
@Schema(description = "What the ratings of one provider on one need say; absent or null is what is not defined")
public record Cell(
        @Schema(description = "The number of ratings") long n,

        @Schema(description = "In scale units; from one rating on")
        Double mean,

        @Schema(description = "Sample standard deviation in scale units; from two ratings on")
        Double sd,

        @Schema(description = "sd / √n") Double standardError,

        @Schema(description = "Student interval of the mean")
        Interval ci,

        @Schema(description = "Share of the top two scale points")
        TopBox topBox) {}
