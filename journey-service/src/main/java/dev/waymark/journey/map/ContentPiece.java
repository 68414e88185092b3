package dev.waymark.journey.map;

import dev.waymark.content.Reference;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** Something to read, watch or use that a touchpoint delivers. */
@Schema(description = "Something to read, watch or use that a touchpoint delivers")
public record ContentPiece(
        UUID id,
        String key,

        @NotBlank @Size(max = 200) @Schema(examples = "Guide to seats with power")
        String title,

        @Size(max = 200) @UniqueElements @Schema(description = "The persona's needs that it serves", uniqueItems = true)
        List<@NotNull Reference> needIds) {

    public ContentPiece {
        needIds = needIds == null ? List.of() : needIds;
    }
}
