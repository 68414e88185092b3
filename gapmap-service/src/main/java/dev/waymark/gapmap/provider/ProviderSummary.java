package dev.waymark.gapmap.provider;

import dev.waymark.document.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A provider as lists give it. */
@Schema(description = "A provider in a list")
public record ProviderSummary(
        @Schema(required = true) UUID id,
        String externalKey,
        @Schema(required = true) int version,
        @Schema(required = true) Status status,
        @Schema(required = true) String name,
        @Schema(required = true) ProviderKind kind,
        String owner,
        @Schema(required = true) List<String> tags,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static ProviderSummary of(Provider provider) {
        var said = provider.content();
        return new ProviderSummary(
                provider.id(),
                provider.externalKey(),
                provider.version(),
                provider.status(),
                said.name(),
                said.kind(),
                said.owner(),
                said.tags(),
                provider.createdAt(),
                provider.updatedAt());
    }
}
