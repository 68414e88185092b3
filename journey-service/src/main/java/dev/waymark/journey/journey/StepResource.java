package dev.waymark.journey.journey;

import dev.waymark.document.ElementResource;
import dev.waymark.journey.map.Step;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The steps of a stage by paths of their own. */
@Path(JourneyResource.PATH + "/{id}/stages/{stageId}/steps")
@Tag(name = "Journeys")
@Produces(MediaType.APPLICATION_JSON)
public class StepResource extends ElementResource<Step> {

    StepResource(JourneyService journeys) {
        super(journeys, Step.class, "stages", "steps");
    }
}
