package dev.waymark.journey.journey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.waymark.journey.map.Stage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller says of a journey map. Fields that only the server sets are accepted and ignored. */
@JsonIgnoreProperties({"id", "version", "status", "context", "createdAt", "updatedAt"})
@Schema(description = "A journey map as a caller sends it")
public record JourneyDraft(
        @Schema(description = "The other system's id, unique in the workspace") @Size(min = 1, max = 200)
        String externalKey,

        @NotNull @Schema(description = "Whose journey it is; it stays with that persona")
        UUID personaId,

        @NotBlank @Size(max = 200) @Schema(examples = "Booking a trip at short notice")
        String name,

        @Size(max = 4000) @Schema(examples = "A client calls and wants a meeting in person the day after tomorrow")
        String scenario,

        @Size(max = 50) List<@NotNull @Valid Stage> stages) {

    JourneyDraft withKey(String key) {
        return new JourneyDraft(key, personaId, name, scenario, stages);
    }
}
