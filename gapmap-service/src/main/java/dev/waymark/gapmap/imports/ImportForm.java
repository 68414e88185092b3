package dev.waymark.gapmap.imports;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Describes the parts of an import; nothing is read into it. */
@Schema(description = "A file of ratings and what its columns mean")
record ImportForm(
        @Schema(required = true) Mapping mapping,

        @Schema(
                required = true,
                type = SchemaType.STRING,
                format = "binary",
                description = "CSV or NDJSON; at most 1 GiB, a row at most a million characters")
        byte[] file) {

    static final String EXAMPLE = """
            {"mapping": {"provider": "airline", "respondent": "card", "date": "visited",
              "needs": {"wifi_connectivity": "key:wifi"},
              "outcome": "recommended", "missing": {"wifi_connectivity": ["0"]}, "where": {"lounge_type": "Business Class"}},
             "file": "airline,card,visited,lounge_type,wifi_connectivity,recommended\\nharbour-air,17,2026-05-02,Business Class,2,1\\n"}""";
}
