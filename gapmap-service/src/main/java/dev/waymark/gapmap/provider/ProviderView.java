package dev.waymark.gapmap.provider;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.waymark.document.Status;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A provider as the API and its events give it. */
@Schema(name = "Provider", description = "Whoever can serve a need: the own company or a competitor")
public record ProviderView(
        UUID id,

        @Schema(description = "Rises by one with each change")
        int version,

        Status status,
        @JsonUnwrapped ProviderDraft content,
        Instant createdAt,
        Instant updatedAt) {

    static ProviderView of(Provider provider) {
        return new ProviderView(
                provider.id(),
                provider.version(),
                provider.status(),
                provider.content(),
                provider.createdAt(),
                provider.updatedAt());
    }
}
