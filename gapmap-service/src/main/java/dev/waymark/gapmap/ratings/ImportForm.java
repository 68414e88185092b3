package dev.waymark.gapmap.ratings;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Describes the parts of an import; nothing is read into it. */
@Schema(description = "A file of ratings and what its columns mean")
record ImportForm(
        @Schema(required = true, examples = EXAMPLE) Mapping mapping,

        @Schema(
                required = true,
                type = SchemaType.STRING,
                format = "binary",
                description = "CSV; at most 1 GiB, a row at most a million characters")
        byte[] file) {

    private static final String EXAMPLE = """
            {"provider": "airline", "respondent": "card", "date": "visited",
             "needs": {"comfort": "key:comfort", "wifi_connectivity": "key:wifi"},
             "outcome": "recommended", "missing": {"comfort": ["0"]}, "where": {"lounge_type": "Business Class"}}""";
}
