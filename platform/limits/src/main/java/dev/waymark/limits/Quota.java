package dev.waymark.limits;

import java.util.concurrent.TimeUnit;

/**
 * What is left to a workspace after a request.
 *
 * @param granted whether the request may go on
 * @param reset in how many seconds all is there again
 * @param retry in how many seconds the next request may be made; 0 if granted
 */
record Quota(boolean granted, long remaining, long reset, long retry) {

    /** As a structured field, {@code "workspace";r=599;t=60}. */
    String field() {
        return "\"workspace\";r=" + remaining + ";t=" + reset;
    }

    /** Rounded up: who waits that long has waited long enough. */
    static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }
}
