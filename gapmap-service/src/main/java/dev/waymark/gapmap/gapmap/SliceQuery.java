package dev.waymark.gapmap.gapmap;

import dev.waymark.gapmap.scores.Months;
import dev.waymark.gapmap.scores.Slice;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which ratings count. */
public class SliceQuery {

    @QueryParam("stage")
    @Parameter(description = "Only ratings of this stage, by its id")
    UUID stage;

    @QueryParam("from")
    @Parameter(description = "First month, YYYY-MM", example = "2026-01")
    String from;

    @QueryParam("to")
    @Parameter(description = "Last month, YYYY-MM", example = "2026-06")
    String to;

    /** @throws dev.waymark.http.Problem 400 if a month is none, or they are the wrong way round */
    Slice of(UUID gapMapId) {
        return new Slice(gapMapId, stage, Months.of(from, to));
    }
}
