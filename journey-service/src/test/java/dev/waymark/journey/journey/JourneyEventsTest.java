package dev.waymark.journey.journey;

import static dev.waymark.journey.journey.Neighbourhood.SOON;
import static dev.waymark.journey.journey.Neighbourhood.persona;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waymark.journey.journey.Neighbourhood.Need;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What this service tells the others, read from its topic. */
@QuarkusTest
class JourneyEventsTest {

    private static final Topic JOURNEYS = new Topic("waymark.journeys");

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final Neighbourhood neighbours = new Neighbourhood(workspace);
    private final JourneyClient journeys = new JourneyClient(workspace);
    private final Need wifi = Need.of("Work on the way");

    @Test
    void eventHoldsTheWholeDocumentWithoutItsContext() {
        var journey = journeys.create(neighbours.knownPersona(wifi), wifi.id());
        var id = idOf(journey);

        var event = told(id, 1).getFirst();

        var said = data(event);
        Map<String, Object> shown = journeys.read(journey).extract().jsonPath().getMap("");
        shown.remove("context");
        assertThat(said).isEqualTo(shown).containsKeys("personaId", "stages", "status", "createdAt");
        assertThat(Topic.header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(Topic.header(event, "ce_type")).isEqualTo("journey.created.v1");
        assertThat(Topic.header(event, "ce_source")).isEqualTo("/journey-service");
        assertThat(Topic.header(event, "ce_subject")).isEqualTo(id.toString());
        assertThat(Topic.header(event, "ce_workspace")).isEqualTo(workspace.name());
        assertThat(Topic.header(event, "ce_aggregateversion")).isEqualTo("1");
        assertThat(Topic.header(event, "content-type")).isEqualTo("application/json");
        assertThat(Topic.header(event, "ce_id")).isNotBlank();
        assertThat(Topic.header(event, "ce_time")).isNotBlank();
    }

    @Test
    void everyChangeOfAJourneyIsToldInOrderAndItsDeletionTwice() {
        var persona = neighbours.knownPersona(wifi);
        var journey = journeys.create(persona, wifi.id());
        var id = idOf(journey);
        journeys.put(journey, "*", JourneyClient.draft(persona, wifi.id()).replace("Booking", "Rebooking"))
                .statusCode(200);
        for (var move : List.of("publish", "archive", "restore")) {
            workspace.editor().post(journey + "/" + move).then().statusCode(200);
        }
        workspace.admin().header("If-Match", "*").delete(journey).then().statusCode(204);

        var events = told(id, 7);

        assertThat(events)
                .extracting(event -> Topic.header(event, "ce_type"))
                .containsExactly(
                        "journey.created.v1",
                        "journey.updated.v1",
                        "journey.updated.v1",
                        "journey.archived.v1",
                        "journey.updated.v1",
                        "journey.deleted.v1",
                        "journey.deleted.v1");
        assertThat(events)
                .extracting(event -> Topic.header(event, "ce_aggregateversion"))
                .containsExactly("1", "2", "3", "4", "5", "6", "6");
        assertThat(data(events.get(1))).containsEntry("name", "Rebooking");
        assertThat(data(events.get(2))).containsEntry("status", "PUBLISHED");
        assertThat(data(events.get(5))).isEqualTo(Map.of("id", id.toString()));
        assertThat(events.get(6).value()).isNull();
    }

    @Test
    void whatNeighboursTellMakesNoEvent() {
        var persona = neighbours.knownPersona(wifi);
        var journey = journeys.create(persona, wifi.id());
        neighbours.tell("persona.updated.v1", persona, 2, persona(persona, 2, "Frequent traveller", wifi));
        journeys.awaitAt(journey, "context.persona.name", "Frequent traveller");

        journeys.put(journey, "*", JourneyClient.draft(persona)).statusCode(200);

        assertThat(told(idOf(journey), 2))
                .extracting(event -> Topic.header(event, "ce_aggregateversion"))
                .containsExactly("1", "2");
    }

    private List<ConsumerRecord<String, byte[]>> told(UUID id, int count) {
        return await().atMost(SOON).until(() -> JOURNEYS.read(neighbours.key(id)), events -> events.size() >= count);
    }

    private static Map<String, Object> data(ConsumerRecord<String, byte[]> event) {
        return JsonPath.from(new String(event.value(), StandardCharsets.UTF_8)).getMap("");
    }

    private static UUID idOf(String journey) {
        return UUID.fromString(journey.substring(journey.lastIndexOf('/') + 1));
    }
}
