package dev.waymark.gapmap.gapmap;

import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.gapmap.scoring.ImportanceSource;
import dev.waymark.gapmap.scoring.PerformanceCrosshair;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a map is scored; what is left out has the default of the literature. The parity margin stays open then, because it
 * depends on the scale.
 *
 * @param importanceScale null means that of the ratings
 * @param missing codes that mean "not rated" in every need column of an import; never implied for the outcome
 */
@Schema(name = "GapMapSettings", description = "How a map is scored")
public record Settings(
        @Schema(description = "Of every interval; default 0.95") @DecimalMin("0.5") @DecimalMax("0.9999")
        Double confidence,

        @Schema(description = "Ratings a cell needs to be judged; default 5") @Min(1) @Max(1_000_000)
        Integer minResponses,

        @Schema(description = "The difference that does not matter, in scale units; default 10 % of the scale")
        @DecimalMin("0")
        @DecimalMax("1000000")
        Double parityMargin,

        @Schema(description = "Which importance weighs the gaps; default STATED")
        ImportanceSource importanceSource,

        @Schema(description = "What a mean must reach to count as good; default SCALE_MIDPOINT")
        PerformanceCrosshair crosshair,

        @Valid Outcome outcome,
        @Valid Thresholds thresholds,

        @Schema(description = "Codes that mean: not rated, in every need column of an import") @Size(max = 20)
        List<@NotNull @Size(max = 50) String> missing,

        @Schema(
                description =
                        "On which respondents rate importance; default that of the ratings; stays the same once there are ratings")
        Scale importanceScale,

        @Schema(
                description =
                        "By its name, which needs are one thing to customers, for SERVQUAL; each need in one at most")
        @Size(max = 50)
        Map<@NotBlank @Size(max = 200) String, @NotNull @Valid Dimension> dimensions,

        @Schema(description = "How much price weighs beside quality, for the value map of CVA; default 0.5")
        @DecimalMin("0.01")
        @DecimalMax("0.99")
        Double priceWeight) {

    /** Those of a caller who says nothing. */
    public static final Settings DEFAULTS =
            new Settings(null, null, null, null, null, null, null, null, null, null, null);

    public Settings {
        var literature = ScoringSettings.defaults();
        confidence = confidence == null ? (Double) literature.confidence() : confidence;
        minResponses = minResponses == null ? (Integer) literature.minResponses() : minResponses;
        importanceSource = importanceSource == null ? literature.importanceSource() : importanceSource;
        crosshair = crosshair == null ? literature.crosshair() : crosshair;
        thresholds = thresholds == null ? Thresholds.DEFAULTS : thresholds;
        missing = missing == null ? List.of() : missing;
        dimensions = dimensions == null ? Map.of() : dimensions;
        priceWeight = priceWeight == null ? (Double) 0.5 : priceWeight;
        var seen = new HashSet<String>();
        dimensions.values().stream()
                .filter(Objects::nonNull)
                .flatMap(Dimension::named)
                .filter(need -> !seen.add(need))
                .findFirst()
                .ifPresent(twice -> {
                    throw new IllegalArgumentException("dimensions must not have the need " + twice + " twice");
                });
    }

    /** Whether outcomes taken in under the other settings mean the same under these. */
    boolean sameOutcome(Settings other) {
        return outcome == null ? other.outcome == null : outcome.sameRange(other.outcome);
    }

    /** The name of the dimension that a need belongs to; null if none. */
    String dimension(KnownPersona.Need need) {
        return dimensions.entrySet().stream()
                .filter(dimension -> dimension.getValue().holds(need))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private Map<String, Double> weights() {
        return dimensions.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, dimension -> dimension.getValue().weight()));
    }

    ScoringSettings forScoring() {
        return new ScoringSettings(
                confidence,
                minResponses,
                parityMargin,
                importanceSource,
                crosshair,
                thresholds.importance(),
                thresholds.opportunity(),
                thresholds.on(outcome),
                weights());
    }
}
