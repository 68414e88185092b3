package dev.waymark.persona.persona;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.waymark.content.Content;
import dev.waymark.content.Evidence;
import dev.waymark.content.Reference;
import dev.waymark.content.Statement;
import dev.waymark.persona.value.Scalar;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * What a caller says of a persona. Fields that only the server sets are accepted and ignored.
 *
 * @param demographics facts by name: what a register could hold
 * @param psychographics facts by name: attitudes, values, opinions
 * @param segmentIds the segments it is drawn from
 * @param businessImportance 0–10; null if not known
 * @param expectedGrowth a ratio per year: 0.05 is five per cent more; null if not known
 */
@JsonIgnoreProperties({"id", "version", "status", "context", "createdAt", "updatedAt"})
@Schema(description = "A persona as a caller sends it")
public record PersonaDraft(
        @Schema(description = "The other system's id, unique in the workspace", examples = "crm-17")
        @Size(min = 1, max = 200)
        String externalKey,

        @NotBlank @Size(max = 200) @Schema(examples = "Frequent business traveller")
        String name,

        @Schema(
                description = "Who it is, in a sentence",
                examples = "Flies twice a week and works wherever there is a table")
        @Size(max = 1000)
        String headline,

        @Schema(description = "What it might say", examples = "Two hours without Wi-Fi are two hours lost")
        @Size(max = 1000)
        String quote,

        @Schema(description = "An http or https address", examples = "https://example.org/portraits/traveller.jpg")
        @Size(max = 2000)
        @Pattern(regexp = "https?://[^\\s/?#<>\"\\\\]+[^\\s<>\"\\\\]*", message = "must be an http or https address")
        String portraitUrl,

        @Size(max = 10_000) String description,

        @Size(max = 200) @Schema(examples = "Young family") String lifeStage,

        @Schema(
                description = "Facts by name, such as age or income",
                examples = "{\"age\": 42, \"city\": \"Porto\"}",
                maxProperties = 50)
        @Size(max = 50)
        Map<@NotBlank @Size(max = 100) String, Scalar> demographics,

        @Schema(description = "Attitudes and values by name", examples = "{\"earlyAdopter\": true}", maxProperties = 50)
        @Size(max = 50)
        Map<@NotBlank @Size(max = 100) String, Scalar> psychographics,

        @Size(max = 200) List<@NotNull @Valid Statement> goals,

        @Size(max = 200) List<@NotNull @Valid Statement> behaviours,

        @Size(max = 200) List<@NotNull @Valid Statement> motivations,

        @Size(max = 200) List<@NotNull @Valid Statement> pains,

        @Size(max = 200) List<@NotNull @Valid Statement> gains,

        @Schema(description = "What makes it set out") @Size(max = 200)
        List<@NotNull @Valid Statement> triggers,

        @Size(max = 50) List<@NotNull @Valid Channel> channels,

        @Size(max = 200) List<@NotNull @Valid Need> needs,

        @Size(max = 50) List<@NotNull @Valid Trait> traits,

        @Schema(description = "The segments it is drawn from: their ids, or key: and their external keys")
        @Size(max = 50)
        List<@NotNull Reference> segmentIds,

        @Schema(description = "0–10; absent if not known", examples = "9") @DecimalMin("0") @DecimalMax("10")
        Double businessImportance,

        @Schema(description = "A ratio per year: 0.05 is five per cent more, -0.1 ten per cent less", examples = "0.05")
        @DecimalMin("-1")
        @DecimalMax("10")
        Double expectedGrowth,

        @Size(max = 1000) List<@NotNull @Valid Evidence> evidence,

        @Schema(examples = "[\"vip\"]", uniqueItems = true)
        @Size(max = 50)
        @UniqueElements(message = "must not name a tag twice")
        List<@NotBlank @Size(max = 100) String> tags,

        @Schema(description = "Who looks after it", examples = "Ann") @Size(min = 1, max = 200)
        String owner)
        implements Content {

    public PersonaDraft {
        demographics = demographics == null ? Map.of() : demographics;
        psychographics = psychographics == null ? Map.of() : psychographics;
        goals = orNone(goals);
        behaviours = orNone(behaviours);
        motivations = orNone(motivations);
        pains = orNone(pains);
        gains = orNone(gains);
        triggers = orNone(triggers);
        channels = orNone(channels);
        needs = orNone(needs);
        traits = orNone(traits);
        segmentIds = orNone(segmentIds);
        evidence = orNone(evidence);
        tags = orNone(tags);
    }

    @Override
    public List<String> furtherTerms() {
        return segmentIds.stream().map(segment -> "segment:" + segment).toList();
    }

    @Override
    public PersonaDraft withEvidence(List<Evidence> other) {
        return new PersonaDraft(
                externalKey,
                name,
                headline,
                quote,
                portraitUrl,
                description,
                lifeStage,
                demographics,
                psychographics,
                goals,
                behaviours,
                motivations,
                pains,
                gains,
                triggers,
                channels,
                needs,
                traits,
                segmentIds,
                businessImportance,
                expectedGrowth,
                other,
                tags,
                owner);
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
