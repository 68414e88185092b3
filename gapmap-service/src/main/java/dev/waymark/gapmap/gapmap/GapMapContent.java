package dev.waymark.gapmap.gapmap;

import dev.waymark.gapmap.scoring.Scale;
import java.util.List;
import java.util.UUID;

/** What is said of a gap map, as it stands in the {@code content} column. */
record GapMapContent(
        String name, UUID personaId, UUID ownProviderId, List<UUID> competitorIds, Scale scale, Settings settings) {}
