package dev.waymark.journey.experience;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What makes a step hard for the customer.
 *
 * @param severity 1–5; null if not known
 * @param frequency 1–5; null if not known
 */
@Schema(description = "What makes a step hard for the customer")
public record Pain(
        UUID id,
        String key,

        @NotBlank @Size(max = 1000) @Schema(examples = "The app forgets the seat when the payment fails")
        String text,

        @Min(1)
        @Max(5)
        @Schema(
                description =
                        "1: hardly noticed, 2: annoys, 3: costs time or money, 4: makes customers think of leaving,"
                                + " 5: makes customers leave; absent if not known")
        Integer severity,

        @Min(1)
        @Max(5)
        @Schema(
                description = "How many customers meet it: 1: hardly any, 2: up to a quarter, 3: about half,"
                        + " 4: most, 5: nearly all; absent if not known")
        Integer frequency) {}
