package dev.waymark.journey.journey;

import static dev.waymark.journey.journey.Neighbourhood.gapMap;
import static dev.waymark.journey.journey.Neighbourhood.persona;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.waymark.journey.journey.Neighbourhood.Need;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the other services tell, on real topics, and what becomes of it on a journey. */
@QuarkusTest
class NeighbourEventsTest {

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final Neighbourhood neighbours = new Neighbourhood(workspace);
    private final JourneyClient journeys = new JourneyClient(workspace);
    private final Need wifi = Need.of("Work on the way");
    private final Need legroom = Need.of("Stretch the legs");

    @Test
    void renamedPersonaShowsItsNewName() {
        var persona = neighbours.knownPersona(wifi);
        var journey = journeys.create(persona, wifi.id());
        var before = journeys.read(journey).extract();

        neighbours.tell("persona.updated.v1", persona, 2, persona(persona, 2, "Frequent traveller", wifi));

        journeys.awaitAt(journey, "context.persona.name", "Frequent traveller");
        journeys.read(journey)
                .header("ETag", "\"1.1\"")
                .body("version", equalTo(1))
                .body("updatedAt", equalTo(before.path("updatedAt")))
                .body("context.persona.status", equalTo("PUBLISHED"));
    }

    @Test
    void newNeedAppearsUnrated() {
        var persona = neighbours.knownPersona(wifi);
        var journey = journeys.create(persona, wifi.id());

        neighbours.tell("persona.updated.v1", persona, 2, persona(persona, 2, "Traveller", wifi, legroom));

        journeys.awaitAt(journey, "context.needs.statement", List.of("Work on the way", "Stretch the legs"));
        var stage = journeys.read(journey).extract().<String>path("stages[0].id");
        journeys.read(journey)
                .body("context.needs[0].stageIds", contains(stage))
                .body("context.needs[1].id", equalTo(legroom.id().toString()))
                .body("context.needs[1].key", equalTo("Stretch-the-legs"))
                .body("context.needs[1].kind", equalTo("FUNCTIONAL"))
                .body("context.needs[1].importance", equalTo(8f))
                .body("context.needs[1].rated", equalTo(false))
                .body("context.needs[1].stageIds", empty());
    }

    @Test
    void needThatThePersonaLostIsUnknown() {
        var persona = neighbours.knownPersona(wifi, legroom);
        var journey = journeys.create(persona, wifi.id());
        journeys.read(journey).body("context.stages[0].unknownNeedIds", empty());

        neighbours.tell("persona.updated.v1", persona, 2, persona(persona, 2, "Traveller", legroom));

        journeys.awaitAt(
                journey, "context.stages[0].unknownNeedIds", List.of(wifi.id().toString()));
    }

    @Test
    void deletedPersonaIsShownAsDeletedAndTakesNoNewJourneys() {
        var persona = neighbours.knownPersona(wifi);
        var journey = journeys.create(persona, wifi.id());

        neighbours.tellDeleted("persona", persona, 2);

        journeys.awaitAt(journey, "context.persona.status", "DELETED");
        var draft = JourneyClient.draft(persona, wifi.id());
        journeys.post(draft).statusCode(409).body("detail", equalTo("The persona " + persona + " has been deleted."));
        journeys.putByKey("late", draft).statusCode(409);
        journeys.put(journey, "*", draft.replace("Booking", "Still ours"))
                .statusCode(200)
                .body("name", equalTo("Still ours"));
    }

    @Test
    void unresolvedPersonaIsHealedByItsEvent() {
        var persona = UUID.randomUUID();
        var journey = journeys.create(persona, wifi.id());
        journeys.read(journey)
                .body("context.persona.id", equalTo(persona.toString()))
                .body("context.persona.status", equalTo("UNRESOLVED"))
                .body("context.stages[0].unknownNeedIds", empty());

        neighbours.tell("persona.created.v1", persona, 1, persona(persona, 1, "Traveller", wifi));

        journeys.awaitAt(journey, "context.persona.name", "Traveller");
    }

    @Test
    void unresolvedPersonaOfWhichOnlyTheDeletionIsHeardIsShownAsDeleted() {
        var persona = UUID.randomUUID();
        var journey = journeys.create(persona, wifi.id());

        neighbours.tellDeleted("persona", persona, 2);

        journeys.awaitAt(journey, "context.persona.status", "DELETED");
    }

    @Test
    void valueGapShowsOnTheStagesThatHoldTheNeed() {
        var persona = neighbours.knownPersona(wifi, legroom);
        var journey = journeys.create(persona, legroom.id(), wifi.id());
        var map = UUID.randomUUID();
        var rival = UUID.randomUUID();

        neighbours.tell(
                "gap-map.updated.v1", map, 3, gapMap(map, persona, 3, """
                {"needId": "%s", "verdict": "GAP", "responses": 40, "importance": 8.2, "gap": -1.25, "pAdjusted": 0.001,
                 "bestCompetitorId": "%s", "bestCompetitorName": "Rival Air", "valueGap": 3.1},
                {"needId": "%s", "verdict": "INSUFFICIENT", "responses": 0}
                """.formatted(wifi.id(), rival, legroom.id())));

        journeys.awaitAt(
                journey, "context.stages[1].valueGaps.needId", List.of(wifi.id().toString()));
        journeys.read(journey)
                .header("ETag", "\"1.1\"")
                .body("context.stages[0].valueGaps", empty())
                .body("context.stages[1].valueGaps[0].gapMapId", equalTo(map.toString()))
                .body("context.stages[1].valueGaps[0].gapMapName", equalTo("Airlines"))
                .body("context.stages[1].valueGaps[0].gap", equalTo(-1.25f))
                .body("context.stages[1].valueGaps[0].bestCompetitorId", equalTo(rival.toString()))
                .body("context.stages[1].valueGaps[0].bestCompetitorName", equalTo("Rival Air"))
                .body("context.needs.rated", contains(true, false));

        neighbours.tellDeleted("gap-map", map, 4);
        journeys.awaitAt(journey, "context.stages[1].valueGaps", List.of());
    }

    @Test
    void valueGapOfAStepsNeedShowsOnItsStageOnceTheStepHoldsIt() {
        var persona = neighbours.knownPersona(wifi);
        var journey = journeys.create(persona);
        var map = UUID.randomUUID();
        neighbours.tell("gap-map.created.v1", map, 1, gapMap(map, persona, 1, """
                {"needId": "%s", "verdict": "GAP", "responses": 40, "gap": -1}""".formatted(wifi.id())));
        journeys.awaitAt(journey, "context.needs.rated", List.of(true));

        journeys.put(journey, "\"1\"", """
                        {"personaId": "%s", "name": "Booking",
                         "stages": [{"name": "Search", "steps": [{"name": "Compare", "needIds": ["%s"]}]}]}
                        """.formatted(persona, wifi.id()))
                .statusCode(200)
                .body("context.stages[0].valueGaps[0].needId", equalTo(wifi.id().toString()));
    }

    @Test
    void oldVersionAfterNewerOneChangesNothing() {
        var persona = neighbours.knownPersona(wifi);
        var journey = journeys.create(persona, wifi.id());
        neighbours.tell("persona.updated.v1", persona, 3, persona(persona, 3, "Third", wifi));
        journeys.awaitAt(journey, "context.persona.name", "Third");

        neighbours.tell("persona.updated.v1", persona, 2, persona(persona, 2, "Second", wifi));

        neighbours.awaitTaken("persona", persona);
        journeys.read(journey).header("ETag", "\"1.1\"").body("context.persona.name", equalTo("Third"));
    }

    @Test
    void lateEventDoesNotReviveADeletedPersona() {
        var persona = neighbours.knownPersona(wifi);
        var journey = journeys.create(persona, wifi.id());
        neighbours.tellDeleted("persona", persona, 3);
        journeys.awaitAt(journey, "context.persona.status", "DELETED");

        neighbours.tell("persona.updated.v1", persona, 2, persona(persona, 2, "Second", wifi));

        neighbours.awaitTaken("persona", persona);
        journeys.read(journey).body("context.persona.status", equalTo("DELETED"));
    }

    @Test
    void duplicateChangesNothing() {
        var persona = neighbours.knownPersona(wifi);
        var journey = journeys.create(persona, wifi.id());
        neighbours.tell("persona.updated.v1", persona, 2, persona(persona, 2, "Second", wifi));
        journeys.awaitAt(journey, "context.persona.name", "Second");
        var before = journeys.read(journey).extract();

        neighbours.tell("persona.updated.v1", persona, 2, persona(persona, 2, "Second", wifi));

        neighbours.awaitTaken("persona", persona);
        journeys.read(journey).header("ETag", before.header("ETag")).body(equalTo(before.asString()));
    }

    @Test
    void replayFromTheStartEndsInTheSameState() {
        var persona = neighbours.knownPersona(wifi);
        var journey = journeys.create(persona, wifi.id());
        var map = UUID.randomUUID();
        for (int version = 2; version < 6; version++) {
            neighbours.tell("persona.updated.v1", persona, version, persona(persona, version, "v" + version, wifi));
        }
        neighbours.tell("gap-map.created.v1", map, 1, gapMap(map, persona, 1, ""));
        neighbours.tell("gap-map.updated.v1", map, 2, gapMap(map, persona, 2, """
                {"needId": "%s", "verdict": "GAP", "responses": 40, "gap": -1.5}""".formatted(wifi.id())));
        journeys.awaitAt(journey, "context.persona.name", "v5");
        journeys.awaitAt(journey, "context.stages[0].valueGaps.gap", List.of(-1.5f));
        var before = journeys.read(journey).extract();

        neighbours.replay("persona", persona);
        neighbours.replay("gap-map", map);

        neighbours.awaitTaken("persona", persona);
        neighbours.awaitTaken("gap-map", map);
        journeys.read(journey).header("ETag", before.header("ETag")).body(equalTo(before.asString()));
    }

    @Test
    void noJourneyMissesAnEventThatComesWhileItIsCreated() throws Exception {
        var persona = neighbours.knownPersona(wifi);
        var created = new ArrayList<Future<String>>();
        try (var clients = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 30; i++) {
                created.add(clients.submit(() -> journeys.create(persona, wifi.id())));
            }
            for (int version = 2; version <= 12; version++) {
                neighbours.tell("persona.updated.v1", persona, version, persona(persona, version, "v" + version, wifi));
            }
        }

        for (var journey : created) {
            journeys.awaitAt(journey.get(), "context.persona.name", "v12");
        }
    }
}
