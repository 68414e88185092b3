package dev.waymark.journey.journey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.waymark.content.Content;
import dev.waymark.content.Evidence;
import dev.waymark.content.Reference;
import dev.waymark.journey.map.FunnelStage;
import dev.waymark.journey.map.JourneyType;
import dev.waymark.journey.map.Stage;
import dev.waymark.journey.map.Trigger;
import dev.waymark.journey.people.Contributor;
import dev.waymark.journey.review.Cadence;
import dev.waymark.journey.route.EntryPoint;
import dev.waymark.journey.route.Transition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * What a caller says of a journey map. Fields that only the server sets are accepted and ignored. What one part of it says
 * about another is checked by {@link JourneyRules}.
 *
 * @param personaKey the persona's external key, instead of {@code personaId}, which it is turned into
 */
@JsonIgnoreProperties({"id", "version", "status", "freshness", "context", "createdAt", "updatedAt"})
@Schema(description = "A journey map as a caller sends it. A name and a persona are enough for a draft")
public record JourneyDraft(
        @Schema(description = "The other system's id, unique in the workspace") @Size(min = 1, max = 200)
        String externalKey,

        @NotNull
        @Schema(
                description = "Whose journey it is, by id or as key: and the persona's external key; it stays with that"
                        + " persona",
                examples = "key:commuter")
        Reference personaId,

        @Schema(
                description = "The persona's external key, instead of personaId",
                writeOnly = true,
                examples = "commuter")
        @Size(min = 1, max = 200)
        String personaKey,

        @Schema(description = "What is, or what shall be", defaultValue = "AS_IS")
        JourneyType type,

        @Schema(
                description =
                        "The journey of the other type for the same persona, by id or as key: and its external key."
                                + " Several may name one, as alternatives of what shall be; those that do are listed by"
                                + " GET /v1/journeys?pairedJourneyId=")
        Reference pairedJourneyId,

        @NotBlank @Size(max = 200) @Schema(examples = "Booking a trip at short notice")
        String name,

        @Size(max = 4000)
        @Schema(
                description = "Publishing wants it",
                examples = "A client calls and wants a meeting in person the day after tomorrow")
        String scenario,

        @Size(max = 4000) @Schema(examples = "More bookings in the app than by phone")
        String businessGoal,

        @Valid @Schema(description = "Publishing wants it") Trigger trigger,

        @Size(max = 4000) @Schema(description = "What the customer does before the journey, perhaps without us")
        String before,

        @Size(max = 4000) @Schema(description = "What the customer does after the journey, perhaps without us")
        String after,

        @Size(max = 50) List<@NotNull @Valid Stage> stages,

        @Size(max = 1000) @Schema(description = "Where steps do not just follow in order")
        List<@NotNull @Valid Transition> transitions,

        @Size(max = 200) List<@NotNull @Valid EntryPoint> entryPoints,

        @Size(max = 50) @Schema(description = "The internal view: the company's own stages, in order")
        List<@NotNull @Valid FunnelStage> funnel,

        @Schema(defaultValue = "P1M") Cadence reviewCadence,

        @PastOrPresent
        @Schema(description = "When somebody last said that the map still holds; editing is not reviewing")
        Instant lastReviewedAt,

        @Size(max = 200) List<@NotNull @Valid Contributor> contributors,
        @Size(max = 1000) List<@NotNull @Valid Evidence> evidence,

        @Schema(description = "Words to find it by", examples = "[\"lounge\"]", uniqueItems = true)
        @Size(max = 50)
        @UniqueElements(message = "must not name a tag twice")
        List<@NotBlank @Size(max = 100) String> tags,

        @Size(min = 1, max = 200) @Schema(examples = "Ann") String owner)
        implements Content {

    /** @throws IllegalArgumentException if the persona is named twice */
    public JourneyDraft {
        if (personaKey != null && personaId != null) {
            throw new IllegalArgumentException("must have personaId or personaKey, not both");
        }
        if (personaKey != null && !personaKey.isEmpty()) {
            personaId = Reference.toKey(personaKey);
            personaKey = null;
        }
        type = type == null ? JourneyType.AS_IS : type;
        stages = stages == null ? List.of() : stages;
        transitions = transitions == null ? List.of() : transitions;
        entryPoints = entryPoints == null ? List.of() : entryPoints;
        funnel = funnel == null ? List.of() : funnel;
        reviewCadence = reviewCadence == null ? Cadence.MONTHLY : reviewCadence;
        contributors = contributors == null ? List.of() : contributors;
        evidence = evidence == null ? List.of() : evidence;
        tags = tags == null ? List.of() : tags;
    }

    @Override
    public JourneyDraft withEvidence(List<Evidence> placed) {
        return new JourneyDraft(
                externalKey,
                personaId,
                personaKey,
                type,
                pairedJourneyId,
                name,
                scenario,
                businessGoal,
                trigger,
                before,
                after,
                stages,
                transitions,
                entryPoints,
                funnel,
                reviewCadence,
                lastReviewedAt,
                contributors,
                placed,
                tags,
                owner);
    }
}
