package dev.waymark.journey.journey;

import dev.waymark.inbound.Inbound;
import dev.waymark.inbound.Neighbour;
import dev.waymark.inbound.Neighbours;
import dev.waymark.journey.neighbour.KnownGapMap;
import dev.waymark.journey.neighbour.KnownPersona;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what is shown on journeys in step with personas and gap maps. */
@ApplicationScoped
class NeighbourEvents {

    private final Inbound inbound;
    private final Neighbours neighbours;
    private final JourneyService journeys;

    NeighbourEvents(Inbound inbound, Neighbours neighbours, JourneyService journeys) {
        this.inbound = inbound;
        this.neighbours = neighbours;
        this.journeys = journeys;
    }

    @Incoming("personas")
    @Blocking // a worker thread, and in order; a virtual thread here would give up the order
    void persona(ConsumerRecord<String, byte[]> event) {
        take(event, KnownPersona.class);
    }

    @Incoming("gap-maps")
    @Blocking
    void gapMap(ConsumerRecord<String, byte[]> event) {
        take(event, KnownGapMap.class);
    }

    private void take(ConsumerRecord<String, byte[]> event, Class<? extends Neighbour> type) {
        inbound.take(event, notice -> neighbours.keep(notice, type).ifPresent(journeys::refresh));
    }
}
