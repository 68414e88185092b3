package dev.waymark.gapmap.ratings;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The places of questions in a map's arrays of answers.
 *
 * @param byItem from 1, like PostgreSQL's arrays
 */
record Slots(Map<Item, Integer> byItem) {

    int count() {
        return byItem.values().stream().mapToInt(i -> i).max().orElse(0);
    }

    /** Answers in the order of their places, as PostgreSQL writes an array. */
    static String literal(Integer[] answers) {
        return Stream.of(answers)
                .map(answer -> answer == null ? "NULL" : answer.toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** From 0, like Java's arrays. */
    int indexOf(Item item) {
        return byItem.get(item) - 1;
    }
}
