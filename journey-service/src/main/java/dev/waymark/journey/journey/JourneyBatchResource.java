package dev.waymark.journey.journey;

import dev.waymark.document.BatchResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many journey maps at once. */
@Path(JourneyResource.PATH + ":batch")
@Tag(name = "Journeys")
@Produces(MediaType.APPLICATION_JSON)
public class JourneyBatchResource extends BatchResource<Journey, JourneyDraft, JourneyView> {

    JourneyBatchResource(JourneyService journeys) {
        super(journeys, JourneyDraft.class);
    }
}
