package dev.waymark.gapmap.scoring.method;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waymark.gapmap.scoring.Interval;
import dev.waymark.gapmap.scoring.ProviderOutcome;
import dev.waymark.gapmap.scoring.TopBox;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a method says of one provider by its outcomes. What is not defined is null.
 *
 * @param n the number of outcomes
 * @param score in the method's unit: NPS −100 to 100, CSAT 0 to 100, CES in units of the outcome
 * @param standardError of the score
 * @param ci of the score
 * @param mean of the outcomes, in their units
 * @param sd of the outcomes, in their units
 * @param reached of CSAT and CES: the share that is satisfied, or found it easy
 * @param shares of NPS
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "What the method says of one provider by its outcomes")
public record OutcomeScore(
        @Schema(required = true) UUID providerId,

        @Schema(required = true, description = "The number of outcomes")
        long n,

        @Schema(
                required = true,
                nullable = true,
                description = "NPS −100 to 100, CSAT 0 to 100, CES in units of the outcome")
        Double score,

        @Schema(required = true, nullable = true, description = "Of the score")
        Double standardError,

        @Schema(required = true, nullable = true, description = "Of the score")
        Interval ci,

        @Schema(required = true, nullable = true, description = "Of the outcomes, in their units")
        Double mean,

        @Schema(required = true, nullable = true, description = "Sample standard deviation of the outcomes")
        Double sd,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "CSAT and CES only: the share that is satisfied, or found it easy")
        TopBox reached,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "NPS only")
        Promoters promoters) {

    static OutcomeScore none(ProviderOutcome outcome) {
        return of(outcome, null, null, null);
    }

    static OutcomeScore of(ProviderOutcome outcome, Double score, Double standardError, Interval ci) {
        var counts = outcome.counts();
        return new OutcomeScore(
                outcome.providerId(), counts.n(), score, standardError, ci, counts.mean(), counts.sd(), null, null);
    }

    OutcomeScore with(TopBox share) {
        return new OutcomeScore(providerId, n, score, standardError, ci, mean, sd, share, promoters);
    }

    OutcomeScore with(Promoters numbers) {
        return new OutcomeScore(providerId, n, score, standardError, ci, mean, sd, reached, numbers);
    }

    /** How many respondents are what. */
    @Schema(description = "How many respondents are what")
    public record Promoters(
            @Schema(required = true) long promoters,
            @Schema(required = true) long passives,
            @Schema(required = true) long detractors) {}
}
