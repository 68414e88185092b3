package dev.waymark.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;

class PoisonOnlyTest {

    private final List<Throwable> putAside = new ArrayList<>();
    private final PoisonOnly.Handler handler = new PoisonOnly.Handler(new Recording(putAside));
    private final AtomicBoolean settled = new AtomicBoolean();

    @Test
    void poisonIsPutAsideAndAcknowledged() {
        var poison = new IllegalStateException("poison");
        settle(poison);
        assertThat(putAside).containsExactly(poison);
        assertThat(settled).isTrue();
    }

    @Test
    void whatAStopInterruptedIsNeitherPutAsideNorAcknowledged() {
        settle(new IllegalStateException(new Inbound.Stopping(new IllegalStateException("database away"))));
        assertThat(putAside).isEmpty();
        assertThat(settled).isFalse();
    }

    private void settle(Throwable reason) {
        handler.handle(null, reason, Metadata.empty()).subscribe().with(done -> settled.set(true));
    }

    private record Recording(List<Throwable> putAside) implements KafkaFailureHandler {
        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> event, Throwable reason, Metadata metadata) {
            putAside.add(reason);
            return Uni.createFrom().voidItem();
        }
    }
}
