package dev.waymark.inbound;

import dev.waymark.workspace.Caller;
import dev.waymark.workspace.CurrentCaller;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes in what the others tell: each event in a transaction of its own, for the event's workspace. While the database is
 * away the same event is tried again and again, so that order holds; an event that can never be taken in is thrown back,
 * and its channel puts it on the dead-letter topic.
 */
@ApplicationScoped
public class Inbound {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final CurrentCaller caller;
    private final String service;
    private final MeterRegistry metrics;

    Inbound(CurrentCaller caller, InboundConfig config, MeterRegistry metrics) {
        this.caller = caller;
        this.service = config.service();
        this.metrics = metrics;
    }

    /** @param effect an upsert where the version is higher: it will see duplicates, and old events again */
    public void take(ConsumerRecord<String, byte[]> kafka, Consumer<Notice> effect) {
        if (kafka.value() == null) {
            return; // a tombstone: the deletion before it said everything
        }
        try {
            var notice = Notice.read(kafka);
            caller.runAs(Caller.service(notice.workspace(), service), () -> untilTaken(notice, effect));
        } catch (RuntimeException e) {
            metrics.counter("waymark.inbound.poison", "topic", kafka.topic()).increment();
            Log.errorf(e, "Dead letter topic=%s offset=%d", kafka.topic(), kafka.offset());
            throw e;
        }
    }

    private void untilTaken(Notice notice, Consumer<Notice> effect) {
        var pause = Duration.ofMillis(100);
        while (true) {
            try {
                QuarkusTransaction.requiringNew().run(() -> effect.accept(notice));
                return;
            } catch (RuntimeException e) {
                if (!passes(e)) {
                    throw e;
                }
                Log.warnf("Event will be tried again type=%s id=%s why=%s", notice.type(), notice.aggregateId(), e);
                sleep(pause, e);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    /** A database that is away, busy or in a deadlock passes; data it refuses (classes 22, 23, 42) does not. */
    private static boolean passes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(state -> state == null || !state.matches("(22|23|42).*"));
    }

    private static void sleep(Duration pause, RuntimeException unfinished) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unfinished;
        }
    }
}
