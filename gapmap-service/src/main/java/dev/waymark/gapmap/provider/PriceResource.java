package dev.waymark.gapmap.provider;

import dev.waymark.document.ElementResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The prices of a provider by paths of their own. */
@Path(ProviderResource.PATH + "/{id}/prices")
@Tag(name = "Providers")
@Produces(MediaType.APPLICATION_JSON)
public class PriceResource extends ElementResource<Price> {

    PriceResource(ProviderService providers) {
        super(providers, Price.class, "prices");
    }
}
