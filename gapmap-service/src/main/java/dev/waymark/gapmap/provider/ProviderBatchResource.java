package dev.waymark.gapmap.provider;

import dev.waymark.document.BatchResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many providers at once. */
@Path(ProviderResource.PATH + ":batch")
@Tag(name = "Providers")
@Produces(MediaType.APPLICATION_JSON)
public class ProviderBatchResource extends BatchResource<Provider, ProviderDraft, ProviderView> {

    ProviderBatchResource(ProviderService providers) {
        super(providers, ProviderDraft.class);
    }
}
