package dev.waymark.journey.journey;

import static org.hamcrest.Matchers.equalTo;

import dev.waymark.conformance.AnswerExamples;
import dev.waymark.journey.Examples;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the API description shows can be sent just so, and is answered just so. */
@QuarkusTest
class AnswersTest {

    private static final UUID PERSONA = UUID.fromString("019aa5b0-0c1e-7c3a-9d52-6f1b8a2e4d10");

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final AnswerExamples answers = new AnswerExamples("journey-service", workspace);

    @Test
    void whatIsShownIsTakenAndAnswered() {
        var neighbours = new Neighbourhood(workspace);
        neighbours.tell("persona.created.v1", PERSONA, 1, Examples.persona(PERSONA));
        neighbours.awaitHeardOf(PERSONA);
        var journeys = new JourneyClient(workspace);
        var id = journeys.post(Examples.JOURNEY)
                .statusCode(201)
                .body("externalKey", equalTo("trip-17"))
                .extract()
                .path("id");
        var journey = JourneyClient.PATH + "/" + id;

        answers.get("Journey", journey);
        answers.get("PageJourneySummary", JourneyClient.PATH);
        answers.get("PageStage", journey + "/stages");
        answers.get("Stage", journey + "/stages/key:cross");
        answers.get("PageStep", journey + "/stages/key:decide/steps");
        answers.get("Step", journey + "/stages/key:decide/steps/key:look-up");
        var touchpoints = journey + "/stages/key:decide/steps/key:look-up/touchpoints";
        answers.get("PageTouchpoint", touchpoints);
        answers.get("Touchpoint", touchpoints + "/key:departures");
        answers.takeWhatAllHave(journey, JourneyClient.PATH);
        answers.areReviewed();
    }
}
