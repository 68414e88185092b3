package dev.waymark.journey.journey;

import dev.waymark.document.BatchResource;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many journey maps at once. */
@Path(JourneyResource.PATH + ":batch")
@Tag(name = "Journeys")
public class JourneyBatchResource extends BatchResource<Journey, JourneyDraft, JourneyView> {

    JourneyBatchResource(JourneyService journeys) {
        super(journeys, JourneyDraft.class);
    }
}
