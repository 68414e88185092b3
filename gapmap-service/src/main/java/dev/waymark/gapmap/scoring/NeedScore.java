package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a map says of one need.
 *
 * @param needId the need
 * @param dimension the one of the settings that it belongs to; null if none
 * @param importance how much it matters
 * @param own the own provider's figures
 * @param expected the level that respondents expect of anybody, on the scale of the ratings
 * @param competitors every competitor, in the order of the input
 * @param bestCompetitorId the one with the highest mean among those with at least minResponses ratings, of equal ones
 *     the lowest id as text; null if none has enough
 * @param verdict how the own provider stands against the best competitor
 * @param burnsClass what the need is for competition; null if the importance is unknown, or the own provider or every
 *     competitor has too few responses
 * @param valueGap importance · (mean of the best competitor − own mean), in importance times scale units, positive
 *     where the competitor is better; null if one of the three is. Given below minResponses too, as every figure is
 * @param valueGapToMean the same against the mean of the competitors' means, of those with enough ratings
 * @param kano null if nobody was asked
 * @param warnings what to know of these figures
 */
@JsonInclude(JsonInclude.Include.ALWAYS) // a figure that is undefined is shown as null
@Schema(description = "What a map says of one need")
public record NeedScore(
        @Schema(required = true) UUID needId,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The one of the settings that it belongs to; absent if none")
        String dimension,

        @Schema(required = true) Importance importance,

        @Schema(required = true, description = "The own provider")
        Cell own,

        @Schema(required = true, description = "The level that respondents expect of anybody")
        Cell expected,

        @Schema(required = true, description = "In the map's order")
        List<CompetitorScore> competitors,

        @Schema(required = true, nullable = true, description = "The highest mean among those with enough ratings")
        UUID bestCompetitorId,

        @Schema(
                required = true,
                description =
                        "Against the best competitor: EXCEL or GAP if significant, PARITY if within the margin, UNCLEAR if not known well enough, INSUFFICIENT with too few ratings")
        Verdict verdict,

        @Schema(
                required = true,
                nullable = true,
                description = "Burns 1986: importance, own and best competitor performance, each high or low")
        BurnsClass burnsClass,

        @Schema(
                required = true,
                nullable = true,
                description =
                        "Importance (0–10) · (best competitor − own mean), in importance times scale units; positive where the competitor is better")
        Double valueGap,

        @Schema(
                required = true,
                nullable = true,
                description = "The same against the mean of the means of the competitors with enough ratings")
        Double valueGapToMean,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Absent if nobody was asked")
        KanoCounts kano,

        @Schema(required = true, description = "What to know of these figures")
        List<Warning> warnings) {

    /** The one with {@link #bestCompetitorId}; empty if none has enough ratings. */
    public Optional<CompetitorScore> best() {
        return competitors.stream()
                .filter(competitor -> competitor.providerId().equals(bestCompetitorId))
                .findFirst();
    }
}
