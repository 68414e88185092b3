package dev.waymark.gapmap.imports;

import dev.waymark.gapmap.ratings.Item;
import dev.waymark.gapmap.ratings.Kind;
import dev.waymark.gapmap.ratings.Slots;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One row of a file, understood.
 *
 * @param provider null for what is asked of none
 * @param respondent keyed hash in hexadecimal; null if the file names none
 * @param place a stage or a touchpoint; null if the file names none
 * @param said without what was not answered
 */
record Answer(long line, UUID provider, String respondent, LocalDate date, UUID place, List<Said> said) {

    /** Null if it is not among what was said. */
    BigDecimal outcome() {
        for (var value : said) {
            if (value.item().kind() == Kind.OUTCOME) {
                return value.number();
            }
        }
        return null;
    }

    /** Indexes on the scales, in the order of the map's slots up to the last that was said, as PostgreSQL writes an array. */
    String indexes(Slots slots) {
        var last = 0; // never empty: of two empty arrays PostgreSQL aggregates nothing
        for (var value : said) {
            last = Math.max(last, value.item().kind() == Kind.OUTCOME ? 0 : slots.indexOf(value.item()));
        }
        var indexes = new Integer[last + 1];
        for (var value : said) {
            if (value.item().kind() != Kind.OUTCOME) {
                indexes[slots.indexOf(value.item())] = value.index();
            }
        }
        return Slots.literal(indexes);
    }

    /**
     * A value.
     *
     * @param name what reports call the question
     * @param number as the file has it
     * @param index on the item's scale, from 0; of an outcome 0
     */
    record Said(String name, Item item, BigDecimal number, int index) {}
}
