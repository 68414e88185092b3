package dev.waymark.devstack.demo;

import dev.waymark.devstack.launch.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;

/**
 * A file of airport lounge reviews: a row per review, a column per need.
 *
 * @param airlines all of them, in order
 * @param segments the kinds of lounge, in order
 * @param counts reviews per segment and airline that rate at least one need
 */
record ReviewFile(
        Path path, SortedSet<String> airlines, SortedSet<String> segments, Map<String, Map<String, Integer>> counts) {

    static final String PROVIDER = "airline";
    static final String SEGMENT = "lounge_type";
    static final String DATE = "date";
    static final String OUTCOME = "recommended";
    static final String NOT_RATED = "0";
    static final String ALL = "ALL";

    /** The needs, in the order in which they are shown. */
    static final List<String> NEEDS = List.of(
            "comfort", "cleanliness", "bar_beverages", "catering", "washrooms", "wifi_connectivity", "staff_service");

    static ReviewFile read(Path path) throws IOException {
        if (!Files.isReadable(path)) {
            throw new Refusal("There is no file " + path + " that can be read.");
        }
        var file = new ReviewFile(path, new TreeSet<>(), new TreeSet<>(), new HashMap<>());
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = format.parse(Files.newBufferedReader(path))) {
            for (var column : List.of(PROVIDER, SEGMENT, DATE, OUTCOME)) {
                file.demand(rows.getHeaderNames().contains(column), column);
            }
            for (var column : NEEDS) {
                file.demand(rows.getHeaderNames().contains(column), column);
            }
            for (var row : rows) {
                var rated =
                        NEEDS.stream().map(row::get).anyMatch(value -> !value.isBlank() && !value.equals(NOT_RATED));
                file.add(row.get(PROVIDER), row.get(SEGMENT), rated);
            }
        }
        return file;
    }

    /** The providers with the most reviews in a segment, without the own one. */
    List<String> most(String segment, String own, int howMany) {
        return counts.getOrDefault(segment, Map.of()).entrySet().stream()
                .filter(e -> !e.getKey().equals(own))
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(howMany)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void demand(boolean there, String column) {
        if (!there) {
            throw new Refusal(path + " has no column " + column + ".");
        }
    }

    private void add(String airline, String segment, boolean rated) {
        airlines.add(airline);
        segments.add(segment);
        if (rated) {
            for (var counted : List.of(segment, ALL)) {
                counts.computeIfAbsent(counted, s -> new HashMap<>()).merge(airline, 1, Integer::sum);
            }
        }
    }
}
