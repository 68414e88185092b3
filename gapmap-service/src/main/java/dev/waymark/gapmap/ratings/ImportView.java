package dev.waymark.gapmap.ratings;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An import that is done: what it brought is visible in the scores. */
@Schema(name = "RatingImport", description = "An import of ratings and its report")
public record ImportView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID gapMapId,
        @Schema(required = true, examples = "COMPLETED") String status,
        @Schema(required = true) Report report) {

    static final String COMPLETED = "COMPLETED";
}
