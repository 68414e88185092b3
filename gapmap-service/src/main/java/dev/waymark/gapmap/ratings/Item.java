package dev.waymark.gapmap.ratings;

import dev.waymark.gapmap.neighbour.KnownPersona;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a respondent is asked.
 *
 * @param need null for the outcome
 */
public record Item(UUID need, Kind kind) {

    public static final Item OUTCOME = new Item(null, Kind.OUTCOME);

    public static Item rating(UUID need) {
        return new Item(need, Kind.RATING);
    }

    public static Item of(KnownPersona.Need need, Kind kind) {
        return new Item(need.id(), kind);
    }

    /** By which its place in the arrays is found; a rating's is its need, as it always was. */
    UUID place() {
        return kind == Kind.RATING
                ? need
                : UUID.nameUUIDFromBytes((kind + " " + need).getBytes(StandardCharsets.US_ASCII));
    }
}
