package dev.waymark.gapmap.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an import has come. */
@Schema(name = "RunningImport", description = "How far the import of a gap map's ratings has come")
record RunningImport(
        @Schema(required = true) Phase phase,

        @Schema(required = true, description = "Read so far, of those that say something; 0 unless READING")
        long rows) {

    /** IDLE: there is none. READING: the file. MERGING: what it says into what is there, and scoring the map. */
    @Schema(name = "RunningImportPhase")
    enum Phase {
        IDLE,
        READING,
        MERGING
    }
}
