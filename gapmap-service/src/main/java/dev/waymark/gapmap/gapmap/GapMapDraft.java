package dev.waymark.gapmap.gapmap;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.waymark.content.Content;
import dev.waymark.content.Evidence;
import dev.waymark.content.Reference;
import dev.waymark.gapmap.scores.Scales;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.http.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** What a caller says of a gap map. Fields that only the server sets are accepted and ignored. */
@JsonIgnoreProperties({"id", "version", "status", "responses", "gaps", "context", "createdAt", "updatedAt"})
@Schema(description = "A gap map as a caller sends it")
public record GapMapDraft(
        @Schema(description = "The other system's id, unique in the workspace") @Size(min = 1, max = 200)
        String externalKey,

        @NotBlank @Size(max = 200) @Schema(examples = "Airport lounges, business travellers")
        String name,

        @Size(max = 4000) @Schema(examples = "Before the renewal of the lounge contract")
        String description,

        @NotNull @Schema(description = "Whose needs are rated: its id, or key: and its external key; stays the same")
        Reference personaId,

        @Schema(
                description = "The persona's external key, instead of personaId",
                writeOnly = true,
                examples = "commuter")
        @Size(min = 1, max = 200)
        String personaKey,

        @Schema(description = "The persona's journey that the map belongs to: its id, or key: and its external key")
        Reference journeyId,

        @NotNull @Schema(description = "The provider whose map it is: its id, or key: and its external key")
        Reference ownProviderId,

        @Schema(description = "Whom the own provider is compared with: ids, or key: and external keys") @Size(max = 50)
        List<@NotNull Reference> competitorIds,

        @Schema(description = "Of the ratings; 1 to 5 in steps of 1 by default; stays the same once there are ratings")
        Scale scale,

        @Valid Settings settings,

        @Size(min = 1, max = 200) @Schema(description = "Who keeps it up to date", examples = "Market research")
        String owner,

        @Schema(description = "Words to find it by", examples = "[\"lounges\"]", uniqueItems = true)
        @Size(max = 50)
        @UniqueElements(message = "must not name a tag twice")
        List<@NotBlank @Size(max = 100) String> tags,

        @Size(max = 500) @Schema(description = "What the map rests on beside its ratings")
        List<@NotNull @Valid Evidence> evidence)
        implements Content {

    private static final Scale ONE_TO_FIVE = Scale.of("1", "5", "1");

    /** @throws IllegalArgumentException if the persona is named twice */
    public GapMapDraft {
        if (personaKey != null && personaId != null) {
            throw new IllegalArgumentException("must have personaId or personaKey, not both");
        }
        if (personaKey != null && !personaKey.isEmpty()) {
            personaId = Reference.toKey(personaKey);
            personaKey = null;
        }
        competitorIds = competitorIds == null ? List.of() : competitorIds;
        scale = scale == null ? ONE_TO_FIVE : scale;
        settings = settings == null ? Settings.DEFAULTS : settings;
        tags = tags == null ? List.of() : tags;
        evidence = evidence == null ? List.of() : evidence;
    }

    @Override
    public List<String> furtherTerms() {
        return providerIds().stream().map(id -> "provider:" + id).toList();
    }

    Scales scales() {
        return new Scales(scale, settings.importanceScale() == null ? scale : settings.importanceScale());
    }

    /** The own provider first, then its competitors in the map's order; of a settled content. */
    List<UUID> providerIds() {
        return Stream.concat(Stream.of(ownProviderId), competitorIds.stream())
                .map(Reference::id)
                .toList();
    }

    /** @throws Problem 400 if a settled content names a provider twice */
    void requireDifferentProviders() {
        var ids = providerIds();
        for (int i = 1; i < ids.size(); i++) {
            if (ids.indexOf(ids.get(i)) < i) {
                throw Problem.invalid("/competitorIds/" + (i - 1), "names the same provider again");
            }
        }
    }

    @Override
    public GapMapDraft withEvidence(List<Evidence> placed) {
        return new GapMapDraft(
                externalKey,
                name,
                description,
                personaId,
                personaKey,
                journeyId,
                ownProviderId,
                competitorIds,
                scale,
                settings,
                owner,
                tags,
                placed);
    }
}
