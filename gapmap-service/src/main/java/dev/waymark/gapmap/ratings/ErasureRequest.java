package dev.waymark.gapmap.ratings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In a body, since addresses are logged. */
@Schema(name = "ErasureRequest", description = "Who is to be forgotten")
record ErasureRequest(
        @NotBlank
        @Size(max = Pseudonyms.LONGEST)
        @Schema(description = "The id that the files of imports had", examples = "card-4711")
        String respondent) {}
