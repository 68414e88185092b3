package dev.waymark.journey.map;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What sets a journey off.
 *
 * @param at null if it is no single moment
 */
@Schema(description = "What sets the journey off")
public record Trigger(
        @NotNull Type type,

        @Size(max = 4000) @Schema(examples = "The client calls")
        String description,

        @Schema(description = "When it happens; absent if it is no single moment")
        Instant at) {

    /** Why customers set out. */
    @Schema(name = "TriggerType")
    public enum Type {
        PROBLEM,
        EVENT,
        RENEWAL,
        REFERRAL,
        CAMPAIGN,
        OTHER
    }
}
