package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * What a map says of one need.
 *
 * @param needId the need
 * @param importance how much it matters
 * @param own the own provider's figures
 * @param competitors every competitor, in the order of the input
 * @param bestCompetitorId the one with the highest mean among those with at least minResponses ratings, of equal ones
 *     the lowest id as text; null if none has enough
 * @param verdict how the own provider stands against the best competitor
 * @param burnsClass what the need is for competition; null if the importance is unknown, or the own provider or every
 *     competitor has too few responses
 * @param valueGap importance · (mean of the best competitor − own mean), in importance times scale units, positive
 *     where the competitor is better; null if one of the three is. Given below minResponses too, as every figure is
 * @param valueGapToMean the same against the mean of the competitors' means, of those with enough ratings
 * @param warnings what to know of these figures
 */
@JsonInclude(JsonInclude.Include.ALWAYS) // a figure that is undefined is shown as null
public record NeedScore(
        UUID needId,
        Importance importance,
        Cell own,
        List<CompetitorScore> competitors,
        UUID bestCompetitorId,
        Verdict verdict,
        BurnsClass burnsClass,
        Double valueGap,
        Double valueGapToMean,
        List<Warning> warnings) {}
