package dev.waymark.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a statement rests on.
 *
 * @param elementId the element it is about; null for the document itself
 * @param field of the element or the document; null for all of it
 * @param confidence 0–1
 * @param pointer where the element stands now; in answers only
 */
public record Evidence(
        UUID id,
        String key,

        @Schema(description = "The element it is about, by its id or key:; absent for the document itself")
        Reference elementId,

        @Pattern(regexp = "[a-z][A-Za-z0-9]{0,99}")
        @Schema(description = "The field it is about; absent for all of it", examples = "importance")
        String field,

        @NotNull Method method,

        @Size(max = 1000) @Schema(examples = "Twelve interviews at the pier")
        String source,

        LocalDate date,

        @Min(1) Integer sampleSize,

        @DecimalMin("0") @DecimalMax("1") @Schema(description = "How sure it makes one, 0–1")
        Double confidence,

        @Size(max = 4000) String note,

        @JsonProperty(access = Access.READ_ONLY)
        @Schema(readOnly = true, description = "Where the element stands now, as a JSON pointer", examples = "/needs/0")
        String pointer) {

    /** How it was gained. */
    @Schema(name = "EvidenceMethod")
    public enum Method {
        INTERVIEW,
        SURVEY,
        OBSERVATION,
        MYSTERY_SHOPPING,
        ROLE_PLAY,
        ANALYTICS,
        WORKSHOP,
        ASSUMPTION
    }

    /** The same with the places of what it is about, as {@link Elements#pointers} gives them. */
    public static List<Evidence> placed(List<Evidence> evidence, Map<UUID, String> pointers) {
        return evidence.stream()
                .map(e -> e.at(e.elementId == null ? "" : pointers.get(e.elementId.id())))
                .toList();
    }

    private Evidence at(String place) {
        return new Evidence(id, key, elementId, field, method, source, date, sampleSize, confidence, note, place);
    }
}
