package dev.waymark.journey.experience;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a step is, or should be, for the customer.
 *
 * @param satisfaction 0–10; null if not known
 */
@Schema(description = "How a step is, or should be, for the customer")
public record Experience(
        @DecimalMin("0") @DecimalMax("10") @Schema(description = "0–10; absent if not known", examples = "6.5")
        Double satisfaction,

        @Size(max = 4000) @Schema(examples = "The map shows which seats have power")
        String note) {}
