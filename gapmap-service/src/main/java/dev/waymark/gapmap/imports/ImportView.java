package dev.waymark.gapmap.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waymark.http.EntityTag;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An import that is done: what it brought is visible in the scores. */
@Schema(name = "RatingImport", description = "An import of ratings and its report")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        @Schema(description = "Absent from a dry run") UUID id,
        @Schema(required = true) UUID gapMapId,
        @Schema(required = true) Status status,
        @Schema(required = true) Report report) {

    static final EntityTag TAG = new EntityTag(1, 0); // it never changes

    /** COMPLETED: it is in the scores. DRY_RUN: nothing was stored, the report says what would come of it. */
    @Schema(name = "RatingImportStatus")
    public enum Status {
        COMPLETED,
        DRY_RUN
    }

    /** The same, of an import that was only tried. */
    ImportView dry() {
        return new ImportView(null, gapMapId, Status.DRY_RUN, report);
    }
}
