package dev.waymark.gapmap.scores;

import java.util.UUID;

/**
 * Which ratings of a map count.
 *
 * @param stageId only those of this stage; null for all
 */
public record Slice(UUID gapMapId, UUID stageId, Months months) {

    public static Slice whole(UUID gapMapId) {
        return new Slice(gapMapId, null, Months.ALL);
    }
}
