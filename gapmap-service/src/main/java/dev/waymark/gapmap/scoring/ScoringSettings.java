package dev.waymark.gapmap.scoring;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.TEN;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a map is scored.
 *
 * @param confidence of every interval, between 0 and 1, exclusive; α of every verdict is 1 − confidence
 * @param minResponses ratings a cell needs to be judged, at least 1; cells below it still show their figures
 * @param parityMargin the difference in scale units that does not matter, not negative; null means 10 % of the width
 *     of the scale. In a result it is never null
 * @param importanceSource which importance weighs the gaps
 * @param crosshair what parts good from poor performance
 * @param importanceThreshold from which importance on a need counts as important, 0 to 10; null means the mean of the
 *     known importances, or their median if the crosshair is
 * @param opportunityThreshold from which opportunity score (ODI) on a need is an opportunity, 0 to 20
 * @param outcomeThresholds what outcomes say; null if the map has no outcome
 * @param dimensionWeights of SERVQUAL, by name, each not negative; empty if needs have no dimensions
 */
@Schema(description = "The settings as used")
public record ScoringSettings(
        @Schema(required = true, description = "Of every interval, 0 to 1, exclusive")
        double confidence,

        @Schema(required = true, description = "Ratings a cell needs to be judged, at least 1")
        int minResponses,

        @Schema(required = true, description = "The difference that does not matter, in scale units")
        Double parityMargin,

        @Schema(required = true, description = "Which importance weighs the gaps")
        ImportanceSource importanceSource,

        @Schema(required = true, description = "What a mean must reach to count as good")
        PerformanceCrosshair crosshair,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description =
                        "From which importance on a need counts as important, 0 to 10; absent: the mean of the known, or"
                                + " their median if crosshair is MEDIAN")
        Double importanceThreshold,

        @Schema(
                required = true,
                description = "From which opportunity score (ODI) on a need is an opportunity, 0 to 20")
        double opportunityThreshold,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Absent if the map has no outcome")
        OutcomeThresholds outcomeThresholds,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "Of SERVQUAL, by the dimension's name")
        Map<String, Double> dimensionWeights) {

    private static final double LITERATURE = 10;

    /** @throws IllegalArgumentException if a number is out of its range; the message names it */
    public ScoringSettings {
        Objects.requireNonNull(importanceSource, "importanceSource");
        Objects.requireNonNull(crosshair, "crosshair");
        dimensionWeights = Collections.unmodifiableMap(new TreeMap<>(dimensionWeights));
        // Written so that NaN is refused too.
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be between 0 and 1, exclusive");
        }
        if (minResponses < 1) {
            throw new IllegalArgumentException("minResponses must be at least 1");
        }
        if (parityMargin != null && !(parityMargin >= 0 && Double.isFinite(parityMargin))) {
            throw new IllegalArgumentException("parityMargin must not be negative");
        }
        if (importanceThreshold != null && !(importanceThreshold >= 0 && importanceThreshold <= 10)) {
            throw new IllegalArgumentException("importanceThreshold must be between 0 and 10");
        }
        if (!(opportunityThreshold >= 0 && opportunityThreshold <= 20)) {
            throw new IllegalArgumentException("opportunityThreshold must be between 0 and 20");
        }
    }

    /** Importance is parted at its mean, opportunities begin at 10. */
    public ScoringSettings(
            double confidence,
            int minResponses,
            Double parityMargin,
            ImportanceSource importanceSource,
            PerformanceCrosshair crosshair) {
        this(confidence, minResponses, parityMargin, importanceSource, crosshair, null, LITERATURE, null, Map.of());
    }

    /** 95 %, five responses, 10 % of the scale, stated importance, crosshair at the midpoint. */
    public static ScoringSettings defaults() {
        return new ScoringSettings(0.95, 5, null, ImportanceSource.STATED, PerformanceCrosshair.SCALE_MIDPOINT);
    }

    /** These settings with the parity margin that holds on a scale. */
    ScoringSettings on(Scale scale) {
        return parityMargin != null ? this : with(scale.width().divide(TEN).doubleValue(), importanceSource);
    }

    /** These settings with another source of importance. */
    public ScoringSettings with(ImportanceSource source) {
        return with(parityMargin, source);
    }

    private ScoringSettings with(Double margin, ImportanceSource source) {
        return new ScoringSettings(
                confidence,
                minResponses,
                margin,
                source,
                crosshair,
                importanceThreshold,
                opportunityThreshold,
                outcomeThresholds,
                dimensionWeights);
    }

    /** 1 − confidence in decimals: in binary 1 − 0.95 is above 0.05. */
    double alpha() {
        return ONE.subtract(BigDecimal.valueOf(confidence)).doubleValue();
    }

    boolean enough(Cell cell) {
        return cell.n() >= minResponses;
    }
}
