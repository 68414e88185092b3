package dev.waymark.outbox;

import java.time.Duration;
import java.util.List;

/** The way out: hands revisions to the broker and waits until each is acknowledged or has failed. */
interface Publisher extends AutoCloseable {

    /**
     * Sends revisions of different aggregates at once.
     *
     * @return one outcome per revision, in the same order
     */
    List<Outcome> publish(List<QueuedRevision> revisions, Duration patience);

    @Override
    void close();

    /** What became of a revision. */
    sealed interface Outcome {
        /** The broker has it, durably. */
        record Acknowledged() implements Outcome {}

        /** Not now: the broker is away or slow. Trying again is right. */
        record TryAgain(String why) implements Outcome {}

        /** Never: the record itself is at fault. Trying again is pointless. */
        record Refused(String why) implements Outcome {}
    }
}
