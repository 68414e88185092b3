package dev.waymark.gapmap.scores;

import java.util.UUID;

/**
 * Which ratings of a map count.
 *
 * @param stageId only those of this stage and its touchpoints; null for all
 * @param touchpointId only those of this touchpoint; null for all
 */
public record Slice(UUID gapMapId, UUID stageId, UUID touchpointId, Months months) {

    /** The stage or the touchpoint; null for neither. */
    public UUID placeId() {
        return touchpointId == null ? stageId : touchpointId;
    }

    public static Slice whole(UUID gapMapId) {
        return new Slice(gapMapId, null, null, Months.ALL);
    }
}
