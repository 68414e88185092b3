package dev.waymark.content;

import static dev.waymark.content.Settling.json;
import static dev.waymark.content.Settling.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.content.ElementPath.Holder;
import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails.Violation;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ElementPathTest {

    private static final UUID ID = UUID.fromString("019aa5b0-0c1f-7e44-8a6d-2b9c0d7f5e21");
    private static final ElementPath STAGES = new ElementPath(List.of(), "stages");
    private static final ElementPath STEPS =
            new ElementPath(List.of(new Holder("stages", Reference.toKey("b"))), "steps");

    private final ObjectNode content = (ObjectNode)
            json("{'stages': [{'key': 'a'}, {'key': 'b', 'steps': [{'id': '" + ID + "', 'key': 'x'}, {'key': 'y'}]}]}");

    @Test
    void leadsToAnElementByIdAndByKey() {
        assertThat(STAGES.element(content, Reference.toKey("a"))).isSameAs(content.at("/stages/0"));
        assertThat(STEPS.element(content, Reference.to(ID))).isSameAs(content.at("/stages/1/steps/0"));
        assertThat(STEPS.element(content, Reference.toKey("y"))).isSameAs(content.at("/stages/1/steps/1"));
    }

    @Test
    void aListThatHasNothingYetIsEmpty() {
        var ofTheFirst = new ElementPath(List.of(new Holder("stages", Reference.toKey("a"))), "steps");

        assertThat(ofTheFirst.elements(content)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var lost = new ElementPath(List.of(new Holder("stages", Reference.toKey("none"))), "steps");

        assertThat(problem(() -> STEPS.element(content, Reference.toKey("a"))).status())
                .isEqualTo(404);
        assertThat(problem(() -> lost.elements(content)).status()).isEqualTo(404);
        assertThat(problem(() -> STEPS.remove(content, Reference.toKey("none"))).status())
                .isEqualTo(404);
        assertThat(problem(() -> STEPS.replace(content, Reference.toKey("none"), json("{}")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void insertsBeforeAnotherOrLast() {
        STEPS.insert(content, json("{'key': 'first'}"), Reference.to(ID));
        STEPS.insert(content, json("{'key': 'last'}"), null);

        assertThat(keys()).containsExactly("first", "x", "y", "last");
    }

    @Test
    void thereIsNoPlaceBeforeWhatIsNotThere() {
        var problem = problem(() -> STEPS.insert(content, json("{}"), Reference.toKey("a")));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors().getFirst().pointer()).isEqualTo("before");
        assertThat(keys()).containsExactly("x", "y");
    }

    @Test
    void whatIsReplacedKeepsItsIdWhateverIsSent() {
        STEPS.replace(content, Reference.toKey("x"), json("{'id': '" + UUID.randomUUID() + "', 'key': 'z'}"));

        assertThat(keys()).containsExactly("z", "y");
        assertThat(content.at("/stages/1/steps/0/id").asText()).isEqualTo(ID.toString());
    }

    @Test
    void whatIsRemovedIsGone() {
        STEPS.remove(content, Reference.to(ID));

        assertThat(keys()).containsExactly("y");
    }

    @Test
    void saysWhereItHasPutSomething() {
        assertThat(STAGES.insert(content, json("{'key': 'c'}"), Reference.toKey("b")))
                .isEqualTo(new Place("/stages/1"));
        assertThat(STEPS.insert(content, json("{'key': 'z'}"), null)).isEqualTo(new Place("/stages/2/steps/2"));
        assertThat(STEPS.replace(content, Reference.toKey("y"), json("{'key': 'y'}")))
                .isEqualTo(new Place("/stages/2/steps/1"));
    }

    @Test
    void aRefusalIsToldFromWhereSomethingStands() {
        var refused = Problem.invalid(List.of(
                new Violation("/stages/1", "a"),
                new Violation("/stages/1/key", "b"),
                new Violation("/stages/10/key", "c")));

        var told = new Place("/stages/1").refusal(refused).details();

        assertThat(told.status()).isEqualTo(400);
        assertThat(told.errors())
                .containsExactly(
                        new Violation("", "a"),
                        new Violation("/key", "b"),
                        new Violation("", "in the document at /stages/10/key: c"));
        assertThat(Place.WHOLE.refusal(refused).details()).isEqualTo(refused.details());
    }

    private List<String> keys() {
        return content.at("/stages/1/steps").findValuesAsText("key");
    }
}
