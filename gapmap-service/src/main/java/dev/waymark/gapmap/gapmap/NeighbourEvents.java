package dev.waymark.gapmap.gapmap;

import dev.waymark.gapmap.neighbour.KnownJourney;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.inbound.Inbound;
import dev.waymark.inbound.Neighbour;
import dev.waymark.inbound.Neighbours;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what is shown on gap maps in step with personas and journeys. */
@ApplicationScoped
class NeighbourEvents {

    private final Inbound inbound;
    private final Neighbours neighbours;
    private final GapMapService maps;

    NeighbourEvents(Inbound inbound, Neighbours neighbours, GapMapService maps) {
        this.inbound = inbound;
        this.neighbours = neighbours;
        this.maps = maps;
    }

    @Incoming("personas")
    @Blocking // a worker thread, and in order; a virtual thread here would give up the order
    void persona(ConsumerRecord<String, byte[]> event) {
        take(event, KnownPersona.class);
    }

    @Incoming("journeys")
    @Blocking
    void journey(ConsumerRecord<String, byte[]> event) {
        take(event, KnownJourney.class);
    }

    private void take(ConsumerRecord<String, byte[]> event, Class<? extends Neighbour> type) {
        inbound.take(event, notice -> neighbours.keep(notice, type).ifPresent(maps::refresh));
    }
}
