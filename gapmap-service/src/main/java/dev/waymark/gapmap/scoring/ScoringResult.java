package dev.waymark.gapmap.scoring;

import java.util.List;

/**
 * A scored map.
 *
 * @param settings as used: with the parity margin that held
 * @param crosshair the lines that parted the classes
 * @param needs in the order of the input
 * @param outcomes the own provider's first, then in the order of the input
 * @param warnings what concerns the whole map; what concerns a need stands there
 */
public record ScoringResult(
        ScoringSettings settings,
        Crosshair crosshair,
        List<NeedScore> needs,
        List<ProviderOutcome> outcomes,
        List<Warning> warnings) {}
