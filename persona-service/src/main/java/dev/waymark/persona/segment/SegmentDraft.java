package dev.waymark.persona.segment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.waymark.content.Content;
import dev.waymark.content.Evidence;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * What a caller says of a segment. Fields that only the server sets are accepted and ignored.
 *
 * @param criteria all of them have to hold
 * @param size people or firms; null if not known
 * @param valueShare 0–1: its share of what all customers are worth; null if not known
 * @param expectedGrowth a ratio per year: 0.05 is five per cent more; null if not known
 */
@JsonIgnoreProperties({"id", "version", "status", "createdAt", "updatedAt"})
@Schema(description = "A segment as a caller sends it")
public record SegmentDraft(
        @Schema(description = "The other system's id, unique in the workspace", examples = "crm-segment-4")
        @Size(min = 1, max = 200)
        String externalKey,

        @NotBlank @Size(max = 200) @Schema(examples = "Frequent flyers")
        String name,

        @Size(max = 10_000) String description,

        @Schema(description = "All of them have to hold") @Size(max = 100)
        List<@NotNull @Valid Criterion> criteria,

        @Schema(description = "How many people or firms belong to it", examples = "120000") @Min(0)
        Long size,

        @Schema(description = "Its share of what all customers are worth, 0–1", examples = "0.35")
        @DecimalMin("0")
        @DecimalMax("1")
        Double valueShare,

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

    public SegmentDraft {
        criteria = criteria == null ? List.of() : criteria;
        evidence = evidence == null ? List.of() : evidence;
        tags = tags == null ? List.of() : tags;
    }

    @Override
    public SegmentDraft withEvidence(List<Evidence> other) {
        return new SegmentDraft(
                externalKey, name, description, criteria, size, valueShare, expectedGrowth, other, tags, owner);
    }
}
