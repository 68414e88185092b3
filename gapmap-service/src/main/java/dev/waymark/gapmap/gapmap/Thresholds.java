package dev.waymark.gapmap.gapmap;

import dev.waymark.gapmap.scoring.OutcomeThresholds;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the methods draw their lines; what is left out has the default of the literature.
 *
 * @param importance from which on a need counts as important, 0–10; null is the mean of the known importances (Burns),
 *     or their median if the crosshair is
 * @param opportunity from which on an opportunity score (ODI) is an opportunity, 0–20
 * @param promoter from which answer on a respondent is a promoter (NPS), on the outcome's own scale
 * @param detractor up to which answer a respondent is a detractor (NPS), below promoter
 * @param satisfied from which answer on a respondent is satisfied (CSAT); null is one below the outcome's max, or that
 *     itself where it has no room
 * @param easy from which answer on a respondent found it easy (CES); null is two below, likewise
 */
@Schema(name = "GapMapThresholds", description = "Where the methods draw their lines")
public record Thresholds(
        @Schema(
                description =
                        "From which importance on a need counts as important; absent: the mean of the known importances,"
                                + " or their median if crosshair is MEDIAN")
        @DecimalMin("0")
        @DecimalMax("10")
        Double importance,

        @Schema(description = "From which opportunity score (ODI) on there is an opportunity; default 10")
        @DecimalMin("0")
        @DecimalMax("20")
        Double opportunity,

        @Schema(description = "From which answer on somebody is a promoter (NPS); default 9")
        @DecimalMin("-1000000000")
        @DecimalMax("1000000000")
        Double promoter,

        @Schema(description = "Up to which answer somebody is a detractor (NPS), below promoter; default 6")
        @DecimalMin("-1000000000")
        @DecimalMax("1000000000")
        Double detractor,

        @Schema(
                description =
                        "From which answer on somebody is satisfied (CSAT); absent: one below the outcome's max, if that is above its min, else its max")
        @DecimalMin("-1000000000")
        @DecimalMax("1000000000")
        Double satisfied,

        @Schema(
                description =
                        "From which answer on somebody found it easy (CES); absent: two below the outcome's max, if that is above its min, else its max")
        @DecimalMin("-1000000000")
        @DecimalMax("1000000000")
        Double easy) {

    static final Thresholds DEFAULTS = new Thresholds(null, null, null, null, null, null);

    /** @throws IllegalArgumentException if detractor is not below promoter */
    public Thresholds {
        opportunity = opportunity == null ? 10.0 : opportunity;
        promoter = promoter == null ? 9.0 : promoter;
        detractor = detractor == null ? 6.0 : detractor;
        if (detractor >= promoter) {
            throw new IllegalArgumentException("detractor must be below promoter");
        }
    }

    /** What they are for an outcome; null if there is none. */
    OutcomeThresholds on(Outcome outcome) {
        if (outcome == null) {
            return null;
        }
        var reached = promoter <= outcome.max().doubleValue()
                && detractor >= outcome.min().doubleValue();
        return new OutcomeThresholds(
                reached ? BigDecimal.valueOf(promoter) : null,
                reached ? BigDecimal.valueOf(detractor) : null,
                satisfied == null ? outcome.below(1) : BigDecimal.valueOf(satisfied),
                easy == null ? outcome.below(2) : BigDecimal.valueOf(easy));
    }
}
