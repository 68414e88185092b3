package dev.waymark.gapmap.gapmap;

import dev.waymark.gapmap.scores.Months;
import dev.waymark.gapmap.scores.Slice;
import dev.waymark.http.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which ratings count. */
public class SliceQuery {

    @QueryParam("stage")
    @Parameter(description = "Only ratings of this stage and its touchpoints, by its id")
    UUID stage;

    @QueryParam("touchpoint")
    @Parameter(description = "Only ratings of this touchpoint, by its id; instead of stage")
    UUID touchpoint;

    @QueryParam("from")
    @Parameter(description = "First month, YYYY-MM", example = "2026-01")
    String from;

    @QueryParam("to")
    @Parameter(description = "Last month, YYYY-MM", example = "2026-06")
    String to;

    /** @throws Problem 400 if it is none of them: by name, and not 404 as JAX-RS would have it */
    static <E extends Enum<E>> E oneOf(Class<E> known, String parameter, String name) {
        return Stream.of(known.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(parameter, "must be one of " + List.of(known.getEnumConstants())));
    }

    /** @throws Problem 400 if a month is none, they are the wrong way round, or both stage and touchpoint are given */
    Slice of(UUID gapMapId) {
        if (stage != null && touchpoint != null) {
            throw Problem.invalid("touchpoint", "must not be given with stage");
        }
        return new Slice(gapMapId, stage, touchpoint, Months.of(from, to));
    }
}
