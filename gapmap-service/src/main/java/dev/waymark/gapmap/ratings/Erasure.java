package dev.waymark.gapmap.ratings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was known of a respondent, and is no more. */
@Schema(name = "Erasure", description = "What was known of a respondent, and is no more")
record Erasure(
        @Schema(required = true, description = "In how many gap maps")
        long gapMaps,

        @Schema(required = true, description = "How many responses")
        long responses) {}
