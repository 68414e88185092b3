package dev.waymark.inbound;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Puts poison on the dead-letter topic; what was only interrupted by a stop is left unacknowledged and comes again. */
@ApplicationScoped
@Identifier("poison-to-dead-letters")
class PoisonOnly implements KafkaFailureHandler.Factory {

    private final KafkaFailureHandler.Factory deadLetters;

    PoisonOnly(@Identifier(KafkaFailureHandler.Strategy.DEAD_LETTER_QUEUE) KafkaFailureHandler.Factory deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Override
    public KafkaFailureHandler create(
            KafkaConnectorIncomingConfiguration settings,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> report) {
        return new Handler(deadLetters.create(settings, vertx, consumer, report));
    }

    record Handler(KafkaFailureHandler poison) implements KafkaFailureHandler {
        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> event, Throwable reason, Metadata metadata) {
            return Stream.iterate(reason, cause -> cause != null, Throwable::getCause)
                            .anyMatch(Inbound.Stopping.class::isInstance)
                    ? Uni.createFrom().nothing()
                    : poison.handle(event, reason, metadata);
        }

        @Override
        public void terminate() {
            poison.terminate();
        }
    }
}
