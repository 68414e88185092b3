package dev.waymark.persona.persona;

import dev.waymark.inbound.Inbound;
import dev.waymark.persona.neighbour.KnownGapMap;
import dev.waymark.persona.neighbour.KnownJourney;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what is shown on personas in step with journeys and gap maps. */
@ApplicationScoped
class NeighbourEvents {

    private final Inbound inbound;
    private final PersonaService personas;

    NeighbourEvents(Inbound inbound, PersonaService personas) {
        this.inbound = inbound;
        this.personas = personas;
    }

    @Incoming("journeys")
    @Blocking // a worker thread, and in order; a virtual thread here would give up the order
    void journey(ConsumerRecord<String, byte[]> event) {
        inbound.take(event, KnownJourney.class, personas::refresh);
    }

    @Incoming("gap-maps")
    @Blocking
    void gapMap(ConsumerRecord<String, byte[]> event) {
        inbound.take(event, KnownGapMap.class, personas::refresh);
    }
}
