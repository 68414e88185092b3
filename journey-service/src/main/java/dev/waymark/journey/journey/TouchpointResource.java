package dev.waymark.journey.journey;

import dev.waymark.document.ElementResource;
import dev.waymark.journey.map.Touchpoint;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The touchpoints of a step by paths of their own. */
@Path(JourneyResource.PATH + "/{id}/stages/{stageId}/steps/{stepId}/touchpoints")
@Tag(name = "Journeys")
@Produces(MediaType.APPLICATION_JSON)
public class TouchpointResource extends ElementResource<Touchpoint> {

    TouchpointResource(JourneyService journeys) {
        super(journeys, Touchpoint.class, "stages", "steps", "touchpoints");
    }
}
