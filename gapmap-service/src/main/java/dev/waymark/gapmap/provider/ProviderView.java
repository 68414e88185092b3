package dev.waymark.gapmap.provider;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A provider as the API and its events give it. */
@Schema(name = "Provider", description = "Whoever can serve a need: the own company or a competitor")
public record ProviderView(
        @Schema(required = true) UUID id,
        String externalKey,

        @Schema(required = true, description = "Rises by one with each change")
        int version,

        @Schema(required = true) String name,
        @Schema(required = true) ProviderKind kind,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static ProviderView of(Provider provider) {
        return new ProviderView(
                provider.id(),
                provider.externalKey(),
                provider.version(),
                provider.name(),
                provider.kind(),
                provider.createdAt(),
                provider.updatedAt());
    }
}
