package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A competitor on one need: its own figures as in {@link Cell}, and the comparison.
 *
 * @param providerId the competitor
 * @param n the number of ratings
 * @param mean in scale units; null for n = 0
 * @param sd sample standard deviation (n − 1) in scale units; null for n &lt; 2
 * @param standardError sd / √n; null for n &lt; 2
 * @param ci the t interval of the mean; null for n &lt; 2
 * @param topBox the share of the top two scale points; null for n = 0
 * @param comparison the own provider against this one
 * @param valueGap importance · (mean − own mean); null if one of the three is
 */
@JsonInclude(JsonInclude.Include.ALWAYS) // a figure that is undefined is shown as null
@Schema(description = "A competitor on one need, and the own provider compared with it")
public record CompetitorScore(
        @Schema(required = true) UUID providerId,

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
        TopBox topBox,

        @Schema(required = true, description = "The own provider against this one")
        Comparison comparison,

        @Schema(
                required = true,
                nullable = true,
                description = "Importance (0–10) · (its mean − own mean), in importance times scale units")
        Double valueGap) {

    static CompetitorScore of(Rival rival, Double valueGap) {
        Cell cell = rival.cell();
        return new CompetitorScore(
                rival.providerId(),
                cell.n(),
                cell.mean(),
                cell.sd(),
                cell.standardError(),
                cell.ci(),
                cell.topBox(),
                rival.comparison(),
                valueGap);
    }
}
