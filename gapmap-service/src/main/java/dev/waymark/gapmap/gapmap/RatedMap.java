package dev.waymark.gapmap.gapmap;

import dev.waymark.gapmap.neighbour.KnownJourney;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.gapmap.provider.ProviderView;
import dev.waymark.gapmap.scores.Scales;
import dev.waymark.http.Problem;
import java.util.List;
import java.util.UUID;

/**
 * What there is to rate: the needs, the providers and the stages that ratings may name.
 *
 * @param unrateable why no ratings can be taken in now; null if they can
 * @param providers all of the workspace: ratings of any count for derived importance
 */
public record RatedMap(
        UUID id,
        String unrateable,
        Scales scales,
        Settings settings,
        List<KnownPersona.Need> needs,
        List<ProviderView> providers,
        List<KnownJourney.Stage> stages) {

    /** @throws Problem 409 if it is archived, or its persona is not known or has been deleted */
    public void requireRateable() {
        if (unrateable != null) {
            throw Problem.conflict(unrateable);
        }
    }
}
