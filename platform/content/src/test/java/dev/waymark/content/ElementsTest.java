package dev.waymark.content;

import static dev.waymark.content.Settling.CONTENTS;
import static dev.waymark.content.Settling.pointers;
import static dev.waymark.content.Settling.settle;
import static dev.waymark.content.Settling.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementsTest {

    private static final String ID = "019aa5b0-0c1f-7e44-8a6d-2b9c0d7f5e21";

    @Test
    void everyElementGetsAnId() {
        var settled = settle("{'name': 'n', 'stages': [{'steps': [{}, {}]}], 'transitions': [{}]}");

        var stage = settled.stages().getFirst();
        assertThat(List.of(
                        stage.id(),
                        stage.steps().getFirst().id(),
                        stage.steps().getLast().id(),
                        settled.transitions().getFirst().id()))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void anIdOfTheCallersOwnIsKept() {
        var settled = settle("{'name': 'n', 'needs': [{'id': '" + ID + "', 'statement': 's'}]}");

        assertThat(settled.needs().getFirst().id()).hasToString(ID);
    }

    @Test
    void whatComesAgainByItsKeyIsTheSame() {
        var before = settle("{'name': 'n', 'needs': [{'key': 'a', 'statement': 's'}, {'key': 'b', 'statement': 's'}]}");

        var after = settle(story("{'name': 'n', 'needs': [{'key': 'b', 'statement': 'other'}]}"), before);

        assertThat(after.needs())
                .containsExactly(new Story.Need(before.needs().getLast().id(), "b", "other"));
    }

    @Test
    void whatComesWithoutIdAndKeyIsNew() {
        var before = settle("{'name': 'n', 'needs': [{'statement': 's'}]}");

        var after = settle(story("{'name': 'n', 'needs': [{'statement': 's'}]}"), before);

        assertThat(after.needs().getFirst().id())
                .isNotNull()
                .isNotEqualTo(before.needs().getFirst().id());
    }

    @Test
    void theIdGoesBeforeTheKey() {
        var before = settle("{'name': 'n', 'needs': [{'key': 'a', 'statement': 's'}, {'key': 'b', 'statement': 's'}]}");
        var first = before.needs().getFirst().id();
        var second = before.needs().getLast().id();

        var exchanged = "{'name': 'n', 'needs': [{'id': '" + first + "', 'key': 'b', 'statement': 's'}," + " {'id': '"
                + second + "', 'key': 'a', 'statement': 's'}]}";

        assertThat(settle(story(exchanged), before).needs())
                .extracting(Story.Need::id)
                .containsExactly(first, second);
    }

    @Test
    void aStepThatMovesToAnotherStageStaysTheSame() {
        var before = settle("{'name': 'n', 'stages': [{'key': 'a', 'steps': [{'key': 'pay'}]}, {'key': 'b'}]}");

        var after = settle(
                story("{'name': 'n', 'stages': [{'key': 'a'}, {'key': 'b', 'steps': [{'key': 'pay'}]}]}"), before);

        assertThat(after.stages().getLast().steps().getFirst().id())
                .isEqualTo(before.stages().getFirst().steps().getFirst().id());
        assertThat(after.stages())
                .extracting(Story.Stage::id)
                .containsExactlyElementsOf(
                        before.stages().stream().map(Story.Stage::id).toList());
    }

    @Test
    void aKeyTwiceIsRefusedWhereverItStands() {
        assertThat(pointers(() -> settle("{'name': 'n', 'needs': [{'key': 'a', 'statement': 's'}],"
                        + " 'stages': [{'steps': [{}, {'key': 'a'}]}], 'transitions': [{'key': 'a'}]}")))
                .containsExactly("/stages/0/steps/1/key", "/transitions/0/key");
    }

    @Test
    void anIdTwiceIsRefusedWhereverItStands() {
        assertThat(pointers(() -> settle("{'name': 'n', 'needs': [{'id': '" + ID + "', 'statement': 's'}],"
                        + " 'stages': [{'steps': [{'id': '" + ID + "'}]}]}")))
                .containsExactly("/stages/0/steps/0/id");
    }

    @Test
    void aKnownKeyTwiceIsNoIdTwice() {
        var before = settle("{'name': 'n', 'needs': [{'key': 'a', 'statement': 's'}]}");
        var twice = story("{'name': 'n', 'needs': [{'key': 'a', 'statement': 's'}, {'key': 'a', 'statement': 't'}]}");

        assertThat(pointers(() -> settle(twice, before))).containsExactly("/needs/1/key");
    }

    @Test
    void anIdAndTheKeyOfAnotherCannotBeOneElement() {
        var before = settle("{'name': 'n', 'needs': [{'key': 'a', 'statement': 's'}]}");
        var id = before.needs().getFirst().id();

        assertThat(pointers(() -> settle(
                        story("{'name': 'n', 'needs': [{'id': '" + id + "', 'statement': 's'},"
                                + " {'key': 'a', 'statement': 's'}]}"),
                        before)))
                .containsExactly("/needs/1/id");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void aKeyIsNeitherEmptyNorTooLong(int length) {
        assertThat(pointers(() -> settle("{'name': 'n', 'transitions': [{'key': '" + "k".repeat(length) + "'}]}")))
                .containsExactly("/transitions/0/key");
    }

    @Test
    void theLongestKeyIsTaken() {
        var key = "k".repeat(200);

        assertThat(settle("{'name': 'n', 'transitions': [{'key': '" + key + "'}]}")
                        .transitions())
                .extracting(Story.Transition::key)
                .containsExactly(key);
    }

    @Test
    void pointersSayWhereEachElementStands() {
        var settled = settle("{'name': 'n', 'stages': [{}, {'steps': [{}, {}]}], 'transitions': [{}]}");

        var stages = settled.stages();
        assertThat(Elements.pointers(CONTENTS.tree(settled)))
                .hasSize(5)
                .containsEntry(stages.getFirst().id(), "/stages/0")
                .containsEntry(stages.getLast().id(), "/stages/1")
                .containsEntry(stages.getLast().steps().getLast().id(), "/stages/1/steps/1")
                .containsEntry(settled.transitions().getFirst().id(), "/transitions/0");
    }

    @Test
    void whatWasAddedChangedOrRemovedIsNamed() {
        var before = settle("{'name': 'n', 'needs': [{'key': 'same', 'statement': 's'},"
                + " {'key': 'other', 'statement': 's'}, {'key': 'gone', 'statement': 's'}]}");
        var after = settle(
                story("{'name': 'renamed', 'needs': [{'key': 'new', 'statement': 's'},"
                        + " {'key': 'other', 'statement': 't'}, {'key': 'same', 'statement': 's'}]}"),
                before);

        assertThat(changed(before, after))
                .containsExactlyInAnyOrder(
                        after.needs().getFirst().id(),
                        before.needs().get(1).id(),
                        before.needs().get(2).id());
    }

    @Test
    void whoHoldsWhatHasChangedHasChanged() {
        var before = settle("{'name': 'n', 'stages': [{'key': 'a', 'steps': [{'key': 'pay'}]}, {'key': 'b'}]}");
        var after = settle(
                story("{'name': 'n', 'stages': [{'key': 'a', 'steps': [{'key': 'pay', 'name': 'Pay'}]},"
                        + " {'key': 'b'}]}"),
                before);

        var stage = before.stages().getFirst();
        assertThat(changed(before, after))
                .containsExactlyInAnyOrder(stage.id(), stage.steps().getFirst().id());
        assertThat(changed(before, before)).isEmpty();
    }

    @Test
    void allOfANewContentIsNew() {
        var settled = settle("{'name': 'n', 'stages': [{'steps': [{}]}]}");

        assertThat(changed(null, settled)).hasSize(2);
    }

    private static List<UUID> changed(Story before, Story after) {
        return Elements.changed(CONTENTS.tree(before), CONTENTS.tree(after));
    }
}
