package dev.waymark.content;

import static dev.waymark.content.Settling.CONTENTS;
import static dev.waymark.content.Settling.SHELF;
import static dev.waymark.content.Settling.json;
import static dev.waymark.content.Settling.pointers;
import static dev.waymark.content.Settling.problem;
import static dev.waymark.content.Settling.settle;
import static dev.waymark.content.Settling.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentsTest {

    private static final String NOBODY = "019aa5b0-0c1f-7e44-8a6d-2b9c0d7f5e99";

    @Test
    void referencesByKeyBecomeIds() {
        var settled = settle("{'name': 'n', 'needs': [{'key': 'a', 'statement': 's'}, {'key': 'b', 'statement': 's'}],"
                + " 'stages': [{'steps': [{'needIds': ['key:b', 'key:a']}]}],"
                + " 'evidence': [{'elementId': 'key:a', 'method': 'SURVEY'}]}");

        var a = Reference.to(settled.needs().getFirst().id());
        var b = Reference.to(settled.needs().getLast().id());
        assertThat(settled.stages().getFirst().steps().getFirst().needIds()).containsExactly(b, a);
        assertThat(settled.evidence().getFirst().elementId()).isEqualTo(a);
    }

    @Test
    void aReferenceMayGoForwardAndToWhatHasJustBeenMade() {
        var settled = settle("{'name': 'n', 'transitions': [{'from': 'key:x', 'to': 'key:y'}],"
                + " 'stages': [{'steps': [{'key': 'x'}, {'key': 'y'}]}]}");

        var steps = settled.stages().getFirst().steps();
        assertThat(settled.transitions().getFirst().from())
                .isEqualTo(Reference.to(steps.getFirst().id()));
        assertThat(settled.transitions().getFirst().to())
                .isEqualTo(Reference.to(steps.getLast().id()));
    }

    @Test
    void aReferenceByIdIsFoundHoweverItIsWritten() {
        var before = settle("{'name': 'n', 'needs': [{'key': 'a', 'statement': 's'}]}");
        var id = before.needs().getFirst().id();

        var after = settle(
                story("{'name': 'n', 'needs': [{'key': 'a', 'statement': 's'}], 'stages': [{'steps': [{'needIds': ['"
                        + id.toString().toUpperCase(java.util.Locale.ROOT) + "']}]}]}"),
                before);

        assertThat(after.stages().getFirst().steps().getFirst().needIds()).containsExactly(Reference.to(id));
    }

    @Test
    void anUnknownReferenceIsPointedAt() {
        assertThat(pointers(() -> settle("{'name': 'n', 'transitions': [{'to': 'key:none'}]}")))
                .containsExactly("/transitions/0/to");
        assertThat(pointers(() -> settle("{'name': 'n', 'needs': [{'key': 'a', 'statement': 's'}],"
                        + " 'stages': [{'steps': [{}, {'needIds': ['key:a', 'key:a', '" + NOBODY + "']}]}]}")))
                .containsExactly("/stages/0/steps/1/needIds/2");
    }

    @Test
    void anUnknownReferenceIsNoBadRequest() {
        var problem = problem(() -> settle("{'name': 'n', 'shelfId': 'key:none'}"));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors().getFirst().pointer()).isEqualTo("/shelfId");
    }

    @Test
    void whatIsOutsideIsLookedUpThere() {
        assertThat(settle("{'name': 'n', 'shelfId': 'key:top'}").shelfId()).isEqualTo(Reference.to(SHELF));
        assertThat(settle("{'name': 'n', 'shelfId': '" + SHELF + "'}").shelfId())
                .isEqualTo(Reference.to(SHELF));
    }

    @Test
    void anElementIsNoShelf() {
        assertThat(pointers(() ->
                        settle("{'name': 'n', 'needs': [{'key': 'low', 'statement': 's'}], 'shelfId': 'key:low'}")))
                .containsExactly("/shelfId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'key:'", "'a'", "'019aa5b0-0c1e-7c3a-9d52-6f1b8a2e4d1z'", "7", "{}", "[]"})
    void whatIsNoReferenceIsRefused(String reference) {
        assertThat(pointers(() -> story("{'name': 'n', 'transitions': [{'from': " + reference + "}]}")))
                .containsExactly("/transitions/0/from");
    }

    @Test
    void thePlaceOfEvidenceIsForAnswersOnly() {
        var settled = settle("{'name': 'n', 'needs': [{'key': 'a', 'statement': 's'}],"
                + " 'evidence': [{'elementId': 'key:a', 'method': 'SURVEY', 'pointer': '/stages/9'},"
                + " {'method': 'ASSUMPTION'}]}");

        assertThat(settled.evidence()).extracting(Evidence::pointer).containsOnlyNulls();
        assertThat(Evidence.placed(settled.evidence(), Elements.pointers(CONTENTS.tree(settled))))
                .extracting(Evidence::pointer)
                .containsExactly("/needs/0", "");
    }

    @Test
    void whatIsStoredReadsAsWhatWasSaid() {
        var settled = settle("{'name': 'n', 'tags': ['x'], 'shelfId': 'key:top',"
                + " 'evidence': [{'method': 'SURVEY', 'date': '2026-01-31', 'confidence': 0.5}]}");

        assertThat(CONTENTS.read(CONTENTS.tree(settled), Story.class)).isEqualTo(settled);
    }

    @Test
    void whatAnotherVersionHasWrittenIsPassedOver() {
        assertThat(CONTENTS.read(json("{'name': 'n', 'mood': 'new'}"), Story.class)
                        .name())
                .isEqualTo("n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': 'm'} | m | [a, b] | k",
                "{'tags': ['c']} | n | [c] | k",
                "{'tags': null} | n | [] | k",
                "{'externalKey': null, 'name': 'm'} | m | [a, b] |",
                "{} | n | [a, b] | k"
            })
    void aMergePatchReplacesNullDeletes(String patch, String name, String tags, String key) {
        var merged =
                CONTENTS.merge(json("{'externalKey': 'k', 'name': 'n', 'tags': ['a', 'b']}"), json(patch), Story.class);

        assertThat(merged.name()).isEqualTo(name);
        assertThat(merged.tags()).hasToString(tags);
        assertThat(merged.externalKey()).isEqualTo(key);
    }

    @Test
    void aMergePatchReplacesListsWholeAndElementsComeAgainByTheirKeys() {
        var before = settle("{'name': 'n', 'needs': [{'key': 'a', 'statement': 's'}, {'key': 'b', 'statement': 's'}]}");
        var patch = json("{'needs': [{'key': 'b', 'statement': 't'}]}");

        var after = settle(CONTENTS.merge(CONTENTS.tree(before), patch, Story.class), before);

        assertThat(after.needs())
                .isEqualTo(List.of(new Story.Need(before.needs().getLast().id(), "b", "t")));
    }

    @Test
    void aMergePatchIsReadAsStrictlyAsARequest() {
        var present = json("{'name': 'n', 'needs': []}");

        assertThat(pointers(() -> CONTENTS.merge(present, json("{'nmae': 'typo'}"), Story.class)))
                .containsExactly("/nmae");
        assertThat(pointers(() -> CONTENTS.merge(present, json("{'needs': [{'statement': 7}]}"), Story.class)))
                .containsExactly("/needs/0/statement");
        assertThat(pointers(() -> CONTENTS.merge(present, json("[]"), Story.class)))
                .hasSize(1);
        assertThat(pointers(() -> CONTENTS.merge(present, json("null"), Story.class)))
                .containsExactly("");
        assertThatThrownBy(() -> CONTENTS.merge(present, json("{'name': null}"), Story.class))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("name");
    }
}
