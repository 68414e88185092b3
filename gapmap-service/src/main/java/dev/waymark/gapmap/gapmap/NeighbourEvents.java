package dev.waymark.gapmap.gapmap;

import dev.waymark.gapmap.neighbour.KnownJourney;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.inbound.Inbound;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what is shown on gap maps in step with personas and journeys. */
@ApplicationScoped
class NeighbourEvents {

    private final Inbound inbound;
    private final GapMapService maps;

    NeighbourEvents(Inbound inbound, GapMapService maps) {
        this.inbound = inbound;
        this.maps = maps;
    }

    @Incoming("personas")
    @Blocking // a worker thread, and in order; a virtual thread here would give up the order
    void persona(ConsumerRecord<String, byte[]> event) {
        inbound.take(event, KnownPersona.class, maps::refresh);
    }

    @Incoming("journeys")
    @Blocking
    void journey(ConsumerRecord<String, byte[]> event) {
        inbound.take(event, KnownJourney.class, maps::refresh);
    }
}
