package dev.waymark.gapmap.ratings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The places of questions in a map's arrays of answers, from 1, like PostgreSQL's; what is asked for the first time gets the next. */
public final class Slots {

    private final Map<Item, Integer> byItem;
    private final List<Item> assigned = new ArrayList<>();

    Slots(Map<Item, Integer> byItem) {
        this.byItem = byItem;
    }

    /** Answers in the order of their places, as PostgreSQL writes an array. */
    public static String literal(Integer[] answers) {
        return Stream.of(answers)
                .map(answer -> answer == null ? "NULL" : answer.toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    boolean has(Item item) {
        return byItem.containsKey(item);
    }

    int count() {
        return byItem.values().stream().mapToInt(i -> i).max().orElse(0);
    }

    /** From 0, like Java's arrays. */
    public int indexOf(Item item) {
        var slot = byItem.get(item);
        if (slot == null) {
            slot = count() + 1;
            byItem.put(item, slot);
            assigned.add(item);
        }
        return slot - 1;
    }

    /** What has got a place since the slots were read, in the order of the places. */
    List<Item> assigned() {
        return assigned;
    }
}
