package dev.waymark.journey.journey;

import dev.waymark.document.ElementResource;
import dev.waymark.journey.map.Stage;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The stages of a journey map by paths of their own. */
@Path(JourneyResource.PATH + "/{id}/stages")
@Tag(name = "Journeys")
@Produces(MediaType.APPLICATION_JSON)
public class StageResource extends ElementResource<Stage> {

    StageResource(JourneyService journeys) {
        super(journeys, Stage.class, "stages");
    }
}
