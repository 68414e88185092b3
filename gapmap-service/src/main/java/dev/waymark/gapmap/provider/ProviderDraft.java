package dev.waymark.gapmap.provider;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller says of a provider. Fields that only the server sets are accepted and ignored. */
@JsonIgnoreProperties({"id", "version", "status", "context", "createdAt", "updatedAt"})
@Schema(description = "A provider as a caller sends it")
public record ProviderDraft(
        @Schema(description = "The other system's id, unique in the workspace; imports name providers by it")
        @Size(min = 1, max = 200)
        String externalKey,

        @NotBlank @Size(max = 200) @Schema(examples = "Harbour Air")
        String name,

        @NotNull ProviderKind kind) {

    ProviderDraft withKey(String key) {
        return new ProviderDraft(key, name, kind);
    }
}
