package dev.waymark.persona.persona;

import dev.waymark.document.Element;
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
 */
@Schema(description = "Something a persona wants done or wants to feel")
public record Need(
        @Schema(description = "Given by the server, unless you bring one of your own; never changes")
        UUID id,

        @Schema(description = "The caller's own name for it, unique in the persona") @Size(min = 1, max = 200)
        String key,

        @NotBlank @Size(max = 1000) String statement,
        @NotNull NeedKind kind,

        @Schema(description = "0–10; absent if not known") @DecimalMin("0") @DecimalMax("10")
        Double importance)
        implements Element<Need> {

    @Override
    public Need withId(UUID id) {
        return new Need(id, key, statement, kind, importance);
    }
}
