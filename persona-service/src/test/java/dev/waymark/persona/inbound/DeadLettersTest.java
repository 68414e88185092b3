package dev.waymark.persona.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.waymark.inbound.Neighbours;
import dev.waymark.persona.neighbour.KnownJourney;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestWorkspace;
import dev.waymark.workspace.Caller;
import dev.waymark.workspace.CurrentCaller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Through the real channel: poison goes aside, what follows in the same partition still arrives. */
@QuarkusTest
class DeadLettersTest {

    private static final TestTopic JOURNEYS = new TestTopic("waymark.journeys");
    private static final TestTopic DEAD_LETTERS = new TestTopic("waymark.persona.dead-letters");

    @Inject
    Neighbours neighbours;

    @Inject
    CurrentCaller caller;

    @ConfigProperty(name = "WAYMARK_KAFKA")
    String brokers;

    private final String workspace = TestWorkspace.fresh().name();
    private final UUID id = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(ints = {10, 1_500_000})
    void poisonOfAnySizeIsPutAsideAndTheNextEventArrives(int size) throws Exception {
        var poison = "{\"personaId\": 7, \"name\": \"" + "x".repeat(size) + "\"}";
        JOURNEYS.publish(workspace, UUID.randomUUID(), 1, "journey.created.v1", Events.named(id, "makes the topic"));
        send(Events.journey(workspace, id, 1, "created.v1", poison));
        JOURNEYS.publish(workspace, id, 2, "journey.updated.v1", Events.named(UUID.randomUUID(), "After all"));

        var letter = DEAD_LETTERS.awaitTold(workspace, id, 1).getFirst();
        assertThat(letter.json()).isEqualTo(poison);
        assertThat(letter.headers())
                .containsEntry("ce_type", "journey.created.v1")
                .containsEntry("ce_workspace", workspace)
                .containsEntry("dead-letter-topic", "waymark.journeys")
                .containsKey("dead-letter-reason");
        await().atMost(Duration.ofSeconds(30)).until(this::known);
        given().get("/q/metrics")
                .then()
                .body(containsString("waymark_inbound_poison_total{topic=\"waymark.journeys\"}"));
    }

    /** As large as a neighbour may send. */
    private void send(ConsumerRecord<String, byte[]> event) throws Exception {
        var record = new ProducerRecord<>(event.topic(), null, event.key(), event.value(), event.headers());
        var settings = Map.<String, Object>of("bootstrap.servers", brokers, "max.request.size", 2 * 1024 * 1024);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    private boolean known() {
        var known = new AtomicBoolean();
        caller.runAs(Caller.service(workspace, "test"), () -> QuarkusTransaction.requiringNew()
                .run(() -> known.set(neighbours.find(KnownJourney.class, id).isPresent())));
        return known.get();
    }
}
