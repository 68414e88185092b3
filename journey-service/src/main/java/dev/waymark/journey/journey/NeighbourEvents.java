package dev.waymark.journey.journey;

import dev.waymark.inbound.Inbound;
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
    private final JourneyService journeys;

    NeighbourEvents(Inbound inbound, JourneyService journeys) {
        this.inbound = inbound;
        this.journeys = journeys;
    }

    @Incoming("personas")
    @Blocking // a worker thread, and in order; a virtual thread here would give up the order
    void persona(ConsumerRecord<String, byte[]> event) {
        inbound.take(event, KnownPersona.class, journeys::refresh);
    }

    @Incoming("gap-maps")
    @Blocking
    void gapMap(ConsumerRecord<String, byte[]> event) {
        inbound.take(event, KnownGapMap.class, journeys::refresh);
    }
}
