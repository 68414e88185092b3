package dev.waymark.journey.experience;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the customer asks in a step. */
@Schema(description = "What the customer asks")
public record Question(
        UUID id,
        String key,

        @NotBlank @Size(max = 1000) @Schema(examples = "Can I change the seat later?")
        String text,

        @Schema(description = "Whether the customer gets an answer", defaultValue = "false")
        Boolean answered) {

    public Question {
        answered = answered != null && answered;
    }
}
