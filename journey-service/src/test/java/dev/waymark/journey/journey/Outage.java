package dev.waymark.journey.journey;

import static dev.waymark.journey.journey.Neighbourhood.persona;
import static org.awaitility.Awaitility.await;

import dev.waymark.inbound.Neighbours;
import dev.waymark.workspace.Caller;
import dev.waymark.workspace.CurrentCaller;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Stops the broker at the worst moment: the consumer has events of partitions of which it has not asked yet where it was. */
@ApplicationScoped
class Outage {

    private final Neighbours neighbours;
    private final CurrentCaller caller;
    private final MeterRegistry metrics;

    Outage(Neighbours neighbours, CurrentCaller caller, MeterRegistry metrics) {
        this.neighbours = neighbours;
        this.caller = caller;
        this.metrics = metrics;
    }

    /** Tells of the personas, and returns when the broker is away. Before that the first of them is not taken in. */
    void begin(Neighbourhood neighbourhood, List<UUID> personas) {
        var service = Caller.service(neighbourhood.workspace().name(), "test");
        caller.runAs(service, () -> QuarkusTransaction.requiringNew().run(() -> {
            neighbours.holdStill(personas.getFirst());
            tell(neighbourhood, personas);
            await().atMost(Neighbourhood.SOON).until(() -> fetched() >= personas.size());
            BrokerOfItsOwn.stop();
        }));
    }

    static void tell(Neighbourhood neighbourhood, List<UUID> personas) {
        personas.forEach(id -> neighbourhood.tell("persona.created.v1", id, 1, persona(id, 1, "Traveller")));
    }

    private double fetched() {
        return metrics.find("kafka.consumer.fetch.manager.records.consumed.total").functionCounters().stream()
                .mapToDouble(FunctionCounter::count)
                .max()
                .orElse(0);
    }
}
