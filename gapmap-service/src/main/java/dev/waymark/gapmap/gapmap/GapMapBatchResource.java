package dev.waymark.gapmap.gapmap;

import dev.waymark.document.BatchResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many gap maps at once. */
@Path(GapMapResource.PATH + ":batch")
@Tag(name = "Gap maps")
@Produces(MediaType.APPLICATION_JSON)
public class GapMapBatchResource extends BatchResource<GapMap, GapMapDraft, GapMapView> {

    GapMapBatchResource(GapMapService maps) {
        super(maps, GapMapDraft.class);
    }
}
