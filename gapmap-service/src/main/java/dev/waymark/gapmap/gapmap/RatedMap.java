package dev.waymark.gapmap.gapmap;

import dev.waymark.gapmap.neighbour.KnownJourney;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.gapmap.provider.ProviderView;
import dev.waymark.gapmap.scoring.Scale;
import java.util.List;
import java.util.UUID;

/**
 * What there is to rate: the needs, the providers and the stages that ratings may name.
 *
 * @param providers all of the workspace: ratings of any count for derived importance
 */
public record RatedMap(
        UUID id,
        Scale scale,
        Settings settings,
        List<KnownPersona.Need> needs,
        List<ProviderView> providers,
        List<KnownJourney.Stage> stages) {}
