package dev.waymark.gapmap.scores;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Who is compared with whom. */
public record Contestants(UUID own, List<UUID> competitors) {

    List<UUID> all() {
        return Stream.concat(Stream.of(own), competitors.stream()).toList();
    }
}
