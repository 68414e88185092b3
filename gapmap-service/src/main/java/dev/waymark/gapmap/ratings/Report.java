package dev.waymark.gapmap.ratings;

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
        long rows,
        long imported,
        long corrected,
        long unchanged,
        long filtered,
        long empty,
        long refused,
        List<Refusal> refusals,
        Map<String, Long> missing,
        List<String> warnings) {

    /** A refused row: the line it begins on (the header is line 1), the column at fault, and why. */
    @Schema(name = "ImportRefusal")
    public record Refusal(long line, String column, String reason) {}
}
