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

        @Schema(description = "On the outcome's range") BigDecimal outcome) {

    static final String EXAMPLE = """
            {"ratings": {"019aa5b0-0c1f-7e44-8a6d-2b9c0d7f5e21": 4}, "outcome": 1}""";

    ResponseDraft {
        ratings = ratings == null ? Map.of() : ratings;
    }

    /** Those of the persona's needs that are rated: they may be so for the first time. */
    List<UUID> newNeeds(RatedMap map) {
        return map.needs().stream()
                .map(KnownPersona.Need::id)
                .filter(ratings::containsKey)
                .toList();
    }

    /**
     * The ratings in the order of slots, as PostgreSQL writes an array.
     *
     * @throws Problem 400 if one is not on the scale, or nothing is said; 422 for a need that there is not
     */
    String indexes(RatedMap map, Slots slots) {
        if (ratings.isEmpty() && outcome == null) {
            throw Problem.invalid("/ratings", "says nothing: delete the response instead");
        }
        var indexes = new Integer[slots.count()];
        ratings.forEach((need, rating) -> {
            if (!slots.byNeed().containsKey(need)) {
                throw Problem.unknownReference("/ratings/" + need, "The persona has no need " + need + ".");
            }
            indexes[slots.indexOf(need)] = Optional.of(rating)
                    .filter(Numbers::isShort)
                    .flatMap(number ->
                            map.scale().indexOf(number).stream().boxed().findFirst())
                    .orElseThrow(() -> Problem.invalid("/ratings/" + need, "is not on the scale"));
        });
        return Slots.literal(indexes);
    }

    /**
     * As PostgreSQL writes a number, or null.
     *
     * @throws Problem 400 if the map has no outcome, or another range
     */
    String outcomeOn(RatedMap map) {
        if (outcome == null) {
            return "null";
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
