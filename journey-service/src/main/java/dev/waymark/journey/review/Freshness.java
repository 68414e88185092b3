package dev.waymark.journey.review;

import java.time.Instant;
import java.time.ZoneOffset;

/** Whether a map still holds, by the time since it was last reviewed. */
public enum Freshness {
    /** The cadence has not passed yet. */
    FRESH,
    /** It has passed, but not twice. */
    DUE,
    /** It has passed twice. */
    STALE;

    /** @param since when it was last reviewed, or else created */
    public static Freshness of(Instant since, Cadence cadence, Instant now) {
        if (since.isBefore(Instant.EPOCH)) {
            return STALE; // also spares arithmetic at the ends of time
        }
        var due = since.atZone(ZoneOffset.UTC).plus(cadence.period());
        if (now.isBefore(due.toInstant())) {
            return FRESH;
        }
        return now.isBefore(due.plus(cadence.period()).toInstant()) ? DUE : STALE;
    }
}
