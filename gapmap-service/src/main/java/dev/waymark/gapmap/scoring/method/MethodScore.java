package dev.waymark.gapmap.scoring.method;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waymark.gapmap.scoring.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a method says of one need.
 *
 * @param needId the need
 * @param score the higher, the sooner to act; its unit is the method's. Null where something it rests on is
 * @param ci the interval that follows from that of the ratings, importance being taken as known; null where the score is, or where the
 *     ratings have none
 * @param rank 1 for the highest score; equal scores share one. Null where the score is
 * @param quadrant of IPA only, where importance and performance are known
 * @param opportunity of ODI only: whether the score reaches the threshold of the settings
 * @param topTwoImportance of ODI only: whether importance is ten times the share of respondents who put it on the top two points, and
 *     not the map's
 * @param quality of CVA only: the own performance as a share of that of the competitors
 * @param kano of KANO only
 */
@Schema(description = "What the method says of one need: the higher its score, the sooner to act")
public record MethodScore(
        @Schema(required = true) UUID needId,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(required = true, nullable = true, description = "In the method's unit")
        Double score,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(
                required = true,
                nullable = true,
                description = "From that of the ratings, importance being taken as known")
        Interval ci,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(required = true, nullable = true, description = "1 for the highest score; equal scores share one")
        Integer rank,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "IPA only")
        Quadrant quadrant,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "ODI only: whether the score reaches the threshold of the settings")
        Boolean opportunity,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description =
                        "ODI only: whether importance is ten times the share of respondents who put it on the top two points;"
                                + " else it is the map's")
        Boolean topTwoImportance,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "CVA only: the own performance as a share of the competitors' mean")
        Quality quality,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "KANO only")
        Kano kano) {

    private static final MathContext DIGITS = new MathContext(12);

    /** Without what rounding did in the last digits: what is equal is equal, also to the ranks and to a threshold. */
    static MethodScore of(UUID needId, Double score, Interval ci) {
        var rounded = score == null
                ? null
                : (Double) new BigDecimal(score).round(DIGITS).doubleValue();
        return new MethodScore(needId, rounded, ci, null, null, null, null, null, null);
    }

    static MethodScore none(UUID needId) {
        return of(needId, null, null);
    }

    MethodScore in(Quadrant found) {
        return new MethodScore(needId, score, ci, rank, found, opportunity, topTwoImportance, quality, kano);
    }

    MethodScore thatIsAnOpportunity(boolean is, boolean byTopTwo) {
        return new MethodScore(needId, score, ci, rank, quadrant, is, byTopTwo, quality, kano);
    }

    MethodScore with(Quality ratio) {
        return new MethodScore(needId, score, ci, rank, quadrant, opportunity, topTwoImportance, ratio, kano);
    }

    MethodScore ranked(int place) {
        return new MethodScore(needId, score, ci, place, quadrant, opportunity, topTwoImportance, quality, kano);
    }

    MethodScore with(Kano found) {
        return new MethodScore(needId, score, ci, rank, quadrant, opportunity, topTwoImportance, quality, found);
    }
}
