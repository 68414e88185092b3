package dev.waymark.journey.experience;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the customer expects of a step, and whether it comes. */
@Schema(description = "What the customer expects, and whether it comes")
public record Expectation(
        UUID id,
        String key,

        @NotBlank @Size(max = 1000) @Schema(examples = "The price does not change on the way")
        String text,

        @Schema(defaultValue = "UNKNOWN") Status status) {

    public Expectation {
        status = status == null ? Status.UNKNOWN : status;
    }

    /** Whether the expectation is met. */
    @Schema(name = "ExpectationStatus")
    public enum Status {
        MET,
        PARTLY,
        NOT_MET,
        UNKNOWN
    }
}
