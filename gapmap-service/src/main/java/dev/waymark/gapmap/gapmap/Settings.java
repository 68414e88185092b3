package dev.waymark.gapmap.gapmap;

import dev.waymark.gapmap.scoring.ImportanceSource;
import dev.waymark.gapmap.scoring.PerformanceCrosshair;
import dev.waymark.gapmap.scoring.ScoringSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a map is scored; what is left out has the default of the literature.
 *
 * @param missing codes that mean "not rated" in every need column of an import; never implied for the outcome
 */
@Schema(name = "GapMapSettings")
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
        @Size(max = 20) List<@NotNull @Size(max = 50) String> missing) {

    private static final ScoringSettings DEFAULTS = ScoringSettings.defaults();

    /** The same with every default filled in; the parity margin stays open, because it depends on the scale. */
    static Settings complete(Settings given) {
        if (given == null) {
            return complete(new Settings(null, null, null, null, null, null, null));
        }
        return new Settings(
                given.confidence == null ? DEFAULTS.confidence() : given.confidence,
                given.minResponses == null ? DEFAULTS.minResponses() : given.minResponses,
                given.parityMargin,
                given.importanceSource == null ? DEFAULTS.importanceSource() : given.importanceSource,
                given.crosshair == null ? DEFAULTS.crosshair() : given.crosshair,
                given.outcome,
                given.missing == null ? List.of() : given.missing);
    }

    /** Whether outcomes taken in under the other settings mean the same under these. */
    boolean sameOutcome(Settings other) {
        return outcome == null ? other.outcome == null : outcome.sameRange(other.outcome);
    }

    ScoringSettings forScoring() {
        return new ScoringSettings(confidence, minResponses, parityMargin, importanceSource, crosshair);
    }
}
