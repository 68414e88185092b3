package dev.waymark.journey.map;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a touchpoint makes or breaks the relationship, and how sure that is. */
@Schema(description = "Whether the touchpoint makes or breaks the relationship")
public record MomentOfTruth(
        @NotNull @Schema(description = "Whether it does", examples = "true")
        Boolean flag,

        @Schema(defaultValue = "ASSUMED") Basis basis,

        @Size(max = 1000) @Schema(examples = "Who fails here once does not try again")
        String why) {

    public MomentOfTruth {
        basis = basis == null ? Basis.ASSUMED : basis;
    }

    /** What that rests on. */
    @Schema(name = "MomentOfTruthBasis")
    public enum Basis {
        ASSUMED,
        EVIDENCED
    }
}
