package dev.waymark.gapmap.ratings;

import dev.waymark.gapmap.gapmap.RatedMap;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.http.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a response is to say instead; what is left out, it does not say any more. */
@Schema(
        name = "ResponseDraft",
        description = "What a response is to say instead; what is left out, it does not say any more")
record ResponseDraft(
        @Size(max = 1000) @Schema(description = "By the need's id")
        Map<UUID, @NotNull BigDecimal> ratings,

        @Schema(description = "On the outcome's range") BigDecimal outcome,

        @Size(max = 1000) @Schema(description = "How important each need is, by its id, on the scale of importance")
        Map<UUID, @NotNull BigDecimal> importance,

        @Size(max = 1000) @Schema(description = "Which level is expected, by the need's id")
        Map<UUID, @NotNull BigDecimal> expected,

        @Size(max = 1000) @Schema(description = "Kano's functional answers, 1 (like) to 5 (dislike), by the need's id")
        Map<UUID, @NotNull BigDecimal> kanoFunctional,

        @Size(max = 1000) @Schema(description = "Kano's dysfunctional answers, likewise")
        Map<UUID, @NotNull BigDecimal> kanoDysfunctional) {

    static final String EXAMPLE = """
            {"ratings": {"019aa5b0-0c1f-7e44-8a6d-2b9c0d7f5e21": 4}, "outcome": 1}""";

    ResponseDraft {
        ratings = ratings == null ? Map.of() : ratings;
        importance = importance == null ? Map.of() : importance;
        expected = expected == null ? Map.of() : expected;
        kanoFunctional = kanoFunctional == null ? Map.of() : kanoFunctional;
        kanoDysfunctional = kanoDysfunctional == null ? Map.of() : kanoDysfunctional;
    }

    /** What is said of the persona's needs: it may be so for the first time. */
    List<Item> newItems(RatedMap map) {
        return answers().stream()
                .flatMap(answers -> map.needs().stream()
                        .map(KnownPersona.Need::id)
                        .filter(answers.byNeed()::containsKey)
                        .map(need -> new Item(need, answers.kind())))
                .toList();
    }

    /**
     * The answers in the order of slots, as PostgreSQL writes an array.
     *
     * @param ofProvider whether the response is about a provider
     * @throws Problem 400 if one is not on its scale or not asked there, or nothing is said; 422 for a need that there is not
     */
    String indexes(RatedMap map, Slots slots, boolean ofProvider) {
        for (var answers : answers()) {
            if (answers.kind().ofProvider() != ofProvider && !answers.byNeed().isEmpty()) {
                throw Problem.invalid(
                        answers.field(),
                        "must be empty in a response " + (ofProvider ? "about a" : "about no") + " provider");
            }
        }
        if (outcome == null
                && answers().stream().allMatch(answers -> answers.byNeed().isEmpty())) {
            throw Problem.invalid("/ratings", "says nothing: delete the response instead");
        }
        var indexes = new Integer[Math.max(1, slots.count())];
        for (var answers : answers()) {
            var scale = answers.kind().scale(map.scales());
            answers.byNeed().forEach((need, value) -> {
                var item = new Item(need, answers.kind());
                var pointer = answers.field() + "/" + need;
                if (!slots.has(item)) {
                    throw Problem.unknownReference(pointer, "The persona has no need " + need + ".");
                }
                indexes[slots.indexOf(item)] = Optional.of(value)
                        .filter(Numbers::isShort)
                        .flatMap(
                                number -> scale.indexOf(number).stream().boxed().findFirst())
                        .orElseThrow(() -> Problem.invalid(pointer, "is not on the scale"));
            });
        }
        return Slots.literal(indexes);
    }

    private List<Answers> answers() {
        return List.of(
                new Answers("/ratings", Kind.RATING, ratings),
                new Answers("/importance", Kind.IMPORTANCE, importance),
                new Answers("/expected", Kind.EXPECTED, expected),
                new Answers("/kanoFunctional", Kind.KANO_F, kanoFunctional),
                new Answers("/kanoDysfunctional", Kind.KANO_D, kanoDysfunctional));
    }

    /** What is asked of several needs, under a field of the draft. */
    private record Answers(String field, Kind kind, Map<UUID, BigDecimal> byNeed) {}

    /**
     * As PostgreSQL writes a number, or null.
     *
     * @throws Problem 400 if the map has no outcome, or another range
     */
    String outcomeOn(RatedMap map, boolean ofProvider) {
        if (outcome == null) {
            return "null";
        }
        if (!ofProvider) {
            throw Problem.invalid("/outcome", "must not be given in a response about no provider");
        }
        var range = map.settings().outcome();
        if (range == null || !Numbers.isShort(outcome) || !range.allows(outcome)) {
            throw Problem.invalid(
                    "/outcome",
                    range == null
                            ? "the gap map's settings name no outcome"
                            : "is not between " + range.min() + " and " + range.max() + " with at most six decimals");
        }
        return outcome.toPlainString();
    }
}
