package dev.waymark.gapmap.gapmap;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.waymark.gapmap.scoring.Scale;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller says of a gap map. Fields that only the server sets are accepted and ignored. */
@JsonIgnoreProperties({"id", "version", "status", "responses", "gaps", "context", "createdAt", "updatedAt"})
@Schema(description = "A gap map as a caller sends it")
public record GapMapDraft(
        @Schema(description = "The other system's id, unique in the workspace") @Size(min = 1, max = 200)
        String externalKey,

        @NotBlank @Size(max = 200) @Schema(examples = "Airport lounges, business travellers")
        String name,

        @NotNull @Schema(description = "Whose needs are rated; stays the same")
        UUID personaId,

        @NotNull UUID ownProviderId,

        @Schema(description = "Whom the own provider is compared with") @Size(max = 50)
        List<@NotNull UUID> competitorIds,

        @Schema(description = "Of the ratings; 1 to 5 in steps of 1 by default; stays the same once there are ratings")
        Scale scale,

        @Valid Settings settings) {

    private static final Scale ONE_TO_FIVE = Scale.of("1", "5", "1");

    GapMapDraft withKey(String key) {
        return new GapMapDraft(key, name, personaId, ownProviderId, competitorIds, scale, settings);
    }

    GapMapContent content() {
        return new GapMapContent(
                name,
                personaId,
                ownProviderId,
                competitorIds == null ? List.of() : List.copyOf(competitorIds),
                scale == null ? ONE_TO_FIVE : scale,
                Settings.complete(settings));
    }
}
