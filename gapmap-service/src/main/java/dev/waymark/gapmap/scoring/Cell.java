package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
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
@JsonInclude(JsonInclude.Include.ALWAYS) // a figure that is undefined is shown as null
@Schema(description = "What the ratings of one provider on one need say; null is what is not defined")
public record Cell(
        @Schema(required = true, description = "The number of ratings")
        long n,

        @Schema(required = true, nullable = true, description = "In scale units; from one rating on")
        Double mean,

        @Schema(
                required = true,
                nullable = true,
                description = "Sample standard deviation in scale units; from two ratings on")
        Double sd,

        @Schema(required = true, nullable = true, description = "sd / √n")
        Double standardError,

        @Schema(required = true, nullable = true, description = "Student interval of the mean")
        Interval ci,

        @Schema(required = true, nullable = true, description = "Share of the top two scale points")
        TopBox topBox) {

    static final Cell EMPTY = new Cell(0, null, null, null, null, null);
}
