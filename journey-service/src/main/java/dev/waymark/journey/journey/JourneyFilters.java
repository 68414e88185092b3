package dev.waymark.journey.journey;

import dev.waymark.document.ListRequest;
import dev.waymark.journey.map.JourneyType;
import dev.waymark.journey.review.Freshness;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of journeys can be narrowed to, beside what all lists can. */
public class JourneyFilters {

    @QueryParam("personaId")
    @Parameter(description = "Only journeys of this persona")
    UUID personaId;

    @QueryParam("pairedJourneyId")
    @Parameter(description = "Only journeys that name this one as their pairedJourneyId")
    UUID pairedJourneyId;

    @QueryParam("type")
    @Parameter(description = "Only what is, or only what shall be")
    JourneyType type;

    @QueryParam("freshness")
    @Parameter(description = "Only journeys that were like this when they were last changed")
    Freshness freshness;

    ListRequest narrow(ListRequest request) {
        return request.where("persona_id", personaId)
                .where("paired_journey_id", pairedJourneyId)
                .where("type", type == null ? null : type.name())
                .where("freshness", freshness == null ? null : freshness.name());
    }
}
