package dev.waymark.gapmap.ratings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One row of a file, understood.
 *
 * @param respondent keyed hash in hexadecimal; null if the file names none
 * @param ratings indexes on the scale, in the order of the map's slots; null where not rated
 */
record Answer(
        long line,
        UUID provider,
        String respondent,
        LocalDate date,
        UUID stage,
        Integer[] ratings,
        BigDecimal outcome) {}
