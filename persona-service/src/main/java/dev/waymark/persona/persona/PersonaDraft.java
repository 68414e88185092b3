package dev.waymark.persona.persona;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.waymark.content.Content;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller says of a persona. Fields that only the server sets are accepted and ignored. */
@JsonIgnoreProperties({"id", "version", "status", "context", "createdAt", "updatedAt"})
@Schema(description = "A persona as a caller sends it")
public record PersonaDraft(
        @Schema(description = "The other system's id, unique in the workspace") @Size(min = 1, max = 200)
        String externalKey,

        @NotBlank @Size(max = 200) @Schema(examples = "Frequent business traveller")
        String name,

        @Size(max = 1000) @Schema(examples = "Flies twice a week and works wherever there is a table")
        String headline,

        @Size(max = 200) List<@NotNull @Valid Need> needs)
        implements Content {

    public PersonaDraft {
        needs = needs == null ? List.of() : needs;
    }
}
