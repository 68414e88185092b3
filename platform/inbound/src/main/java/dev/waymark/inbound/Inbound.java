package dev.waymark.inbound;

import dev.waymark.worker.Backoff;
import dev.waymark.workspace.Caller;
import dev.waymark.workspace.CurrentCaller;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes in what the others tell: each event in a transaction of its own, for the event's workspace. While the database is
 * away the same event is tried again and again, so that order holds; an event that can never be taken in is thrown back,
 * and its channel puts it on the dead-letter topic.
 */
@ApplicationScoped
public class Inbound {

    private static final Backoff BETWEEN_TRIES = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    /** SQL states that say it is the data or the statement: trying again will not help. */
    private static final Pattern REFUSED = Pattern.compile("(0A|21|22|23|42|44|54).*");

    private final CurrentCaller caller;
    private final Neighbours neighbours;
    private final String service;
    private final MeterRegistry metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Inbound(CurrentCaller caller, Neighbours neighbours, InboundConfig config, MeterRegistry metrics) {
        this.caller = caller;
        this.neighbours = neighbours;
        this.service = config.service();
        this.metrics = metrics;
    }

    /**
     * Keeps what a neighbour told, in {@link Neighbours}.
     *
     * @param type declares the fields this service reads
     * @param refresh shows on the documents of a persona what is known now; called if there is news about it
     */
    public void take(ConsumerRecord<String, byte[]> kafka, Class<? extends Neighbour> type, Consumer<UUID> refresh) {
        take(kafka, notice -> neighbours.keep(notice, type).ifPresent(refresh));
    }

    /** @param effect an upsert where the version is higher: it will see duplicates, and old events again */
    public void take(ConsumerRecord<String, byte[]> kafka, Consumer<Notice> effect) {
        if (kafka.value() == null) {
            return; // a tombstone: the deletion before it said everything
        }
        try {
            var notice = Notice.read(kafka);
            caller.runAs(Caller.service(notice.workspace(), service), () -> untilTaken(notice, effect));
        } catch (Stopping e) {
            throw e;
        } catch (RuntimeException e) {
            var poison = new Poison(e);
            metrics.counter("waymark.inbound.poison", "topic", kafka.topic()).increment();
            Log.errorf(
                    "Dead letter topic=%s partition=%d offset=%d why=%s",
                    kafka.topic(), kafka.partition(), kafka.offset(), poison.getMessage());
            throw poison;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void untilTaken(Notice notice, Consumer<Notice> effect) {
        for (var backoff = BETWEEN_TRIES; ; backoff = backoff.longer()) {
            try {
                QuarkusTransaction.requiringNew().run(() -> effect.accept(notice));
                return;
            } catch (RuntimeException e) {
                if (stopping.getCount() == 0 || Thread.currentThread().isInterrupted()) {
                    throw new Stopping(e);
                }
                if (!passes(e)) {
                    throw e;
                }
                Log.warnf("Event will be tried again type=%s id=%s why=%s", notice.type(), notice.aggregateId(), e);
                rest(backoff.pause(), e);
            }
        }
    }

    /** A database that is away, busy or in a deadlock passes, so does a commit that fails; data it refuses does not. */
    private static boolean passes(RuntimeException failure) {
        var states = causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                .toList();
        return states.isEmpty()
                ? failure instanceof QuarkusTransactionException
                : states.stream().noneMatch(state -> REFUSED.matcher(state).matches());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return failure == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(failure),
                        Stream.concat(
                                causes(failure.getCause()),
                                Stream.of(failure.getSuppressed()).flatMap(Inbound::causes)));
    }

    private void rest(Duration pause, RuntimeException unfinished) {
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Stopping(unfinished);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Stopping(unfinished);
        }
    }

    /** The service stops before an event could be taken in: it is no poison, and will come again. */
    static final class Stopping extends RuntimeException {
        Stopping(RuntimeException unfinished) {
            super("stopping", unfinished);
        }
    }
}
