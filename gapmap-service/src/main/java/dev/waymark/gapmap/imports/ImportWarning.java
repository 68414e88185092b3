package dev.waymark.gapmap.imports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something about a file that looks wrong, though it could be read. */
@Schema(name = "ImportWarning", description = "Something that looks wrong, though it could be read")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportWarning(
        @Schema(required = true) Code code,

        @Schema(description = "The one it is about; absent if it is the whole file")
        String column,

        @Schema(required = true, description = "What was seen, with figures")
        String detail) {

    /** What is suspected. */
    @Schema(name = "ImportWarningCode")
    enum Code {
        NO_RESPONDENTS,
        REPEATED_RESPONDENTS,
        OUTSIDE_SCALE,
        MIXED_SCALES,
        UNDECLARED_MISSING_CODE,
        UNRELATED_COLUMN
    }

    /** As reports had it that knew no other warning. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ImportWarning ofText(String detail) {
        return new ImportWarning(Code.NO_RESPONDENTS, null, detail);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    ImportWarning {}
}
