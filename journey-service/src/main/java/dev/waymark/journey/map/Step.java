package dev.waymark.journey.map;

import dev.waymark.content.Reference;
import dev.waymark.content.Statement;
import dev.waymark.journey.experience.Expectation;
import dev.waymark.journey.experience.Experience;
import dev.waymark.journey.experience.Pain;
import dev.waymark.journey.experience.Question;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * One thing the customer does in a stage.
 *
 * @param emotion from −2 (bad) to +2 (good); null if not known
 */
@Schema(description = "One thing the customer does in a stage")
public record Step(
        UUID id,
        String key,

        @NotBlank @Size(max = 200) @Schema(examples = "Choose a seat")
        String name,

        @Size(max = 1000) @Schema(description = "What the customer wants to achieve with it", examples = "Sit alone")
        String intent,

        @Size(max = 200)
        @UniqueElements
        @Schema(description = "The persona's needs that matter in it", uniqueItems = true)
        List<@NotNull Reference> needIds,

        @Min(-2) @Max(2) @Schema(description = "From −2 (bad) to +2 (good); absent if not known", examples = "-1")
        Integer emotion,

        @Size(max = 100) List<@NotNull @Valid Statement> feelings,
        @Size(max = 100) List<@NotNull @Valid Statement> motivations,
        @Size(max = 100) List<@NotNull @Valid Question> questions,
        @Size(max = 100) List<@NotNull @Valid Expectation> expectations,
        @Size(max = 100) List<@NotNull @Valid Pain> pains,
        @Size(max = 100) List<@NotNull @Valid Statement> gains,

        @Valid @Schema(description = "How it is now") Experience current,

        @Valid @Schema(description = "How it should be") Experience desired,

        @Size(max = 4000) @Schema(description = "How it would be at best, without regard to what is possible")
        String idealExperience,

        @Size(max = 4000) @Schema(description = "What the customer does just before, perhaps without us")
        String before,

        @Size(max = 4000) @Schema(description = "What the customer does just after, perhaps without us")
        String after,

        @Size(max = 50) List<@NotNull @Valid Touchpoint> touchpoints) {

    public Step {
        needIds = needIds == null ? List.of() : needIds;
        feelings = feelings == null ? List.of() : feelings;
        motivations = motivations == null ? List.of() : motivations;
        questions = questions == null ? List.of() : questions;
        expectations = expectations == null ? List.of() : expectations;
        pains = pains == null ? List.of() : pains;
        gains = gains == null ? List.of() : gains;
        touchpoints = touchpoints == null ? List.of() : touchpoints;
    }
}
