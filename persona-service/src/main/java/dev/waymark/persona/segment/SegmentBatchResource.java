package dev.waymark.persona.segment;

import dev.waymark.document.BatchResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many segments at once. */
@Path(SegmentResource.PATH + ":batch")
@Tag(name = "Segments")
@Produces(MediaType.APPLICATION_JSON)
public class SegmentBatchResource extends BatchResource<Segment, SegmentDraft, SegmentView> {

    SegmentBatchResource(SegmentService segments) {
        super(segments, SegmentDraft.class);
    }
}
