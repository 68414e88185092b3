package dev.waymark.gapmap.ratings;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The places of needs in a map's arrays of ratings.
 *
 * @param byNeed from 1, like PostgreSQL's arrays
 */
record Slots(Map<UUID, Integer> byNeed) {

    int count() {
        return byNeed.values().stream().mapToInt(i -> i).max().orElse(0);
    }

    /** Ratings in the order of their places, as PostgreSQL writes an array. */
    static String literal(Integer[] ratings) {
        return Stream.of(ratings)
                .map(rating -> rating == null ? "NULL" : rating.toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** From 0, like Java's arrays. */
    int indexOf(UUID need) {
        return byNeed.get(need) - 1;
    }
}
