package dev.waymark.journey.journey;

import static dev.waymark.journey.journey.Neighbourhood.persona;
import static org.awaitility.Awaitility.await;

import dev.waymark.inbound.Neighbours;
import dev.waymark.testing.BrokerOfItsOwn;
import dev.waymark.testing.TestWorkspace;
import dev.waymark.workspace.Caller;
import dev.waymark.workspace.CurrentCaller;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The broker is away for longer than Kafka's consumer waits by default, at the worst moment. */
@QuarkusTest
@TestProfile(BrokerOfItsOwn.class)
class OutageTest {

    private static final Duration LONGER_THAN_A_MINUTE = Duration.ofSeconds(65);

    @Inject
    Neighbours neighbours;

    @Inject
    CurrentCaller caller;

    @Inject
    MeterRegistry metrics;

    private final TestWorkspace workspace = TestWorkspace.fresh();

    /** Of a partition that is new to it, the consumer asks where it was, in the middle of its work. */
    @Test
    void whatWasFetchedAndWhatIsToldLaterIsTakenInWhenTheBrokerIsBack() {
        var neighbourhood = new Neighbourhood(workspace);
        var before = Stream.generate(UUID::randomUUID).limit(30).toList();
        whileHeldUpAt(before.getFirst(), () -> {
            tell(neighbourhood, before);
            await().atMost(Neighbourhood.SOON).until(() -> fetched() >= before.size());
            BrokerOfItsOwn.stop();
        });
        await().pollDelay(LONGER_THAN_A_MINUTE)
                .atMost(LONGER_THAN_A_MINUTE.multipliedBy(2))
                .until(() -> true);
        BrokerOfItsOwn.start();
        var later = UUID.randomUUID();
        tell(neighbourhood, List.of(later));
        neighbourhood.awaitHeardOf(later);
        before.forEach(neighbourhood::awaitHeardOf);
    }

    private void whileHeldUpAt(UUID persona, Runnable work) {
        caller.runAs(Caller.service(workspace.name(), "test"), () -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    neighbours.holdStill(persona);
                    work.run();
                }));
    }

    private static void tell(Neighbourhood neighbourhood, List<UUID> personas) {
        personas.forEach(id -> neighbourhood.tell("persona.created.v1", id, 1, persona(id, 1, "Traveller")));
    }

    private double fetched() {
        return metrics.find("kafka.consumer.fetch.manager.records.consumed.total").functionCounters().stream()
                .mapToDouble(FunctionCounter::count)
                .max()
                .orElse(0);
    }
}
