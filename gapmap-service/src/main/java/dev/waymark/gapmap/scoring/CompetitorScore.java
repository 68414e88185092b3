package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

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
public record CompetitorScore(
        UUID providerId,
        long n,
        Double mean,
        Double sd,
        Double standardError,
        Interval ci,
        TopBox topBox,
        Comparison comparison,
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
