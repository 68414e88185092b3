package dev.waymark.persona;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.waymark.conformance.AnswerExamples;
import dev.waymark.testing.Contracts;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What the API description shows can be sent just so, and is answered just so. */
@QuarkusTest
class ExamplesTest {

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final AnswerExamples answers = new AnswerExamples("persona-service", workspace);

    @Test
    void whatIsShownIsTakenAndAnswered() {
        var segment = create("segments");
        var persona = create("personas");

        answers.get("Segment", segment);
        answers.get("PageSegmentSummary", "/v1/segments");
        answers.get("Persona", persona);
        answers.get("PagePersonaSummary", "/v1/personas");
        answers.get("PageNeed", persona + "/needs");
        answers.get("Need", persona + "/needs/key:quiet");
        answers.takeWhatAllHave(persona, "/v1/personas");
        answers.areReviewed();
    }

    private String create(String collection) {
        var created = workspace
                .editor()
                .body(Contracts.shown(collection))
                .post("/v1/" + collection)
                .then()
                .statusCode(201)
                .body("externalKey", notNullValue())
                .body("version", equalTo(1));
        return "/v1/" + collection + "/" + created.extract().path("id");
    }
}
