package dev.waymark.persona.persona;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something a persona wants done or wants to feel.
 *
 * @param importance 0–10; null if not known
 * @param importanceSource how the importance was found; null if not known
 * @param kanoClass what serving it does to satisfaction; null if not known
 */
@Schema(description = "Something a persona wants done or wants to feel")
public record Need(
        UUID id,
        String key,

        @NotBlank @Size(max = 1000) @Schema(examples = "Work on the way")
        String statement,

        @NotNull @Schema(examples = "FUNCTIONAL") NeedKind kind,

        @Schema(description = "0–10; absent if not known", examples = "8.5") @DecimalMin("0") @DecimalMax("10")
        Double importance,

        @Schema(description = "How the importance was found", examples = "SURVEYED")
        ImportanceSource importanceSource,

        @Schema(description = "What serving it does to satisfaction", examples = "ONE_DIMENSIONAL")
        KanoClass kanoClass) {

    /** How the importance of a need was found: said in a talk, asked in a survey, computed from ratings. */
    public enum ImportanceSource {
        STATED,
        SURVEYED,
        DERIVED
    }

    /** The classes of Kano's questionnaire. */
    public enum KanoClass {
        MUST_BE,
        ONE_DIMENSIONAL,
        ATTRACTIVE,
        INDIFFERENT,
        REVERSE,
        QUESTIONABLE
    }
}
