package dev.waymark.journey.people;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who answers for a part of a journey.
 *
 * @param name null if only the function is known
 * @param function null if only the name is known
 */
@Schema(description = "Who answers for it: a name, a function, or both")
public record Owner(
        @Size(min = 1, max = 200) @Schema(examples = "Ann") String name,

        @Schema(examples = "SERVICE") Function function) {}
