package dev.waymark.journey.journey;

import dev.waymark.document.ElementResource;
import dev.waymark.journey.map.Touchpoint;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The touchpoints of a step by paths of their own. */
@Path(JourneyResource.PATH + "/{id}/stages/{stageId}/steps/{stepId}/touchpoints")
@Tag(name = "Journeys")
public class TouchpointResource extends ElementResource<Touchpoint> {

    TouchpointResource(JourneyService journeys) {
        super(journeys, Touchpoint.class, "stages", "steps", "touchpoints");
    }
}
