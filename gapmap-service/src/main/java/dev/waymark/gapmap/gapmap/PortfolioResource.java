package dev.waymark.gapmap.gapmap;

import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All gap maps together over HTTP. */
@Path("/v1/portfolio")
@Tag(name = "Scores")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PortfolioResource {

    private final Portfolio portfolio;

    PortfolioResource(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "getPortfolio",
            summary = "Take all gap maps together",
            description =
                    "Need by need over all personas, weighted by their business importance, of the first 200 maps that are not"
                            + " archived. Needs of several personas mean the same if they have the same key. Gaps are shares of their"
                            + " map's scale, so that maps on different scales can be compared.")
    public PortfolioView read() {
        return portfolio.read();
    }
}
