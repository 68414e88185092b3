package dev.waymark.gapmap.imports.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a file was taken for: nothing is guessed in silence. */
@Schema(name = "ImportFormat", description = "What the file was taken for")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Format(
        @Schema(required = true) Kind kind,
        @Schema(required = true, examples = "UTF-8") String encoding,

        @Schema(description = "Of CSV: what parts the values", examples = ";")
        String delimiter,

        @Schema(description = "Of CSV: what values may stand in", examples = "\"")
        String quote) {

    /** CSV has a header; NDJSON is a JSON object per line. */
    @Schema(name = "ImportFormatKind")
    public enum Kind {
        CSV,
        NDJSON
    }
}
