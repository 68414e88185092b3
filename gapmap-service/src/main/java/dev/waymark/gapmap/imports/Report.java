package dev.waymark.gapmap.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waymark.gapmap.imports.file.Format;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an import read, what it dropped, and why.
 *
 * @param rows in the file, without its header
 * @param imported new responses
 * @param corrected responses that were there with other values
 * @param unchanged responses that were there with the same values
 * @param filtered rows that {@code where} leaves out
 * @param empty rows without any rating or outcome
 * @param refused rows with something wrong; the first 100 are named
 * @param missing per column, how many values were missing
 */
@Schema(name = "ImportReport", description = "What an import read, what it dropped, and why")
public record Report(
        @Schema(required = true, description = "In the file, without header and empty lines")
        long rows,

        @Schema(required = true, description = "New responses")
        long imported,

        @Schema(required = true, description = "Responses that were there with other values")
        long corrected,

        @Schema(required = true, description = "Responses that were there with the same values")
        long unchanged,

        @Schema(required = true, description = "Rows that where leaves out")
        long filtered,

        @Schema(required = true, description = "Rows without any rating or outcome")
        long empty,

        @Schema(required = true, description = "Rows with something wrong")
        long refused,

        @Schema(required = true, description = "The first 100 of them")
        List<Refusal> refusals,

        @Schema(required = true, description = "Per column, how many values were missing")
        Map<String, Long> missing,

        @Schema(required = true, description = "What looks wrong, though it could be read")
        List<ImportWarning> warnings,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "What the file was taken for; absent from imports before 0.2")
        Format format) {

    /** Whether there are other ratings now than before. */
    boolean changed() {
        return imported > 0 || corrected > 0;
    }

    /** A refused row: the line it begins on (the header is line 1), the column at fault, and why. */
    @Schema(name = "ImportRefusal")
    public record Refusal(
            @Schema(required = true, description = "The line it begins on; the header is line 1")
            long line,

            @Schema(description = "The one at fault; absent if it is not a single one")
            String column,

            @Schema(required = true) String reason) {}
}
