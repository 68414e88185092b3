package dev.waymark.inbound;

import dev.waymark.content.Reference;
import dev.waymark.http.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Checks references to what other services own, before the transaction that stores them begins. */
@ApplicationScoped
public class References {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Neighbours neighbours;

    References(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /**
     * Waits up to two seconds to hear of what is referred to: it may have been created a moment ago. What is still not
     * known then may be referred to all the same; its event will heal that.
     *
     * @throws Problem 409 if it is known to be deleted
     */
    @Transactional(Transactional.TxType.NEVER)
    public <T extends Neighbour> void check(Class<T> type, String what, UUID id) {
        var known = await(() -> neighbours.find(type, id));
        if (known.isPresent() && known.get().deleted()) {
            throw Problem.conflict("The " + what + " " + id + " has been deleted.");
        }
    }

    /** As {@link #check(Class, String, UUID)}; what is named by its key, and not known by then, is for the caller to refuse. */
    @Transactional(Transactional.TxType.NEVER)
    public <T extends Neighbour> void check(Class<T> type, String what, Reference reference) {
        if (reference.id() == null) {
            await(() -> neighbours.findByKey(type, reference.key()));
        } else {
            check(type, what, reference.id());
        }
    }

    private static <T extends Neighbour> Optional<Known<T>> await(Callable<Optional<Known<T>>> look) {
        var giveUp = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            var known = QuarkusTransaction.requiringNew().call(look);
            if (known.isPresent() || System.nanoTime() > giveUp) {
                return known;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The service is shutting down.");
        }
    }
}
