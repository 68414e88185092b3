package dev.waymark.worker;

import java.time.Duration;

/**
 * How long to pause before trying again: twice as long each time, up to a limit.
 *
 * @param pause before the next try
 */
public record Backoff(Duration pause, Duration longest) {

    /** For when that has failed as well. */
    public Backoff longer() {
        var twice = pause.multipliedBy(2);
        return new Backoff(twice.compareTo(longest) > 0 ? longest : twice, longest);
    }
}
