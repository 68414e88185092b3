package dev.waymark.gapmap.ratings;

import dev.waymark.http.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Changes of the ratings of a map come one after the other. */
public final class Turns {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Turns() {}

    /**
     * Tries something in a transaction until it is its turn.
     *
     * @param attempt empty, with nothing done, if somebody else has the ratings just now
     * @throws Problem 503 if it had to wait for too long
     */
    public static <T> T take(Supplier<Optional<T>> attempt) {
        var giveUp = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < giveUp) {
            var done = QuarkusTransaction.requiringNew()
                    .timeout((int) LONGEST.toSeconds())
                    .call(attempt::get);
            if (done.isPresent()) {
                return done.get();
            }
            rest(); // without a connection: who waits must not keep others from theirs
        }
        throw Problem.unavailable("Other ratings of this gap map are being imported or corrected. Try again.");
    }

    private static void rest() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The service is shutting down.");
        }
    }
}
