package dev.waymark.gapmap.ratings;

import dev.waymark.gapmap.gapmap.Outcome;
import dev.waymark.gapmap.ratings.Tally.Refused;
import dev.waymark.gapmap.ratings.file.Row;
import dev.waymark.gapmap.scoring.Scale;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Understands one row: the same words for the same mistake, whichever the column. */
record RowReader(
        Columns columns,
        Slots slots,
        Scale scale,
        Outcome outcome,
        Pseudonyms pseudonyms,
        Tally tally,
        Suspicions suspicions) {

    private static final int LONGEST_QUOTE = 40;
    private static final int LAST_YEAR = 9999;

    /** The row's answer; null if {@code where} leaves it out or nothing is answered. */
    Answer read(Row row) throws Refused {
        if (row.fault() != null) {
            throw new Refused(null, row.fault());
        }
        if (!counts(row)) {
            tally.filtered();
            return null;
        }
        var mapping = columns.mapping();
        var answer = new Answer(
                row.line(),
                reference(row, mapping.provider(), columns.providers()),
                respondent(row, mapping.respondent()),
                date(row, mapping.date()),
                mapping.stage() == null || row.get(mapping.stage()).isBlank()
                        ? null
                        : reference(row, mapping.stage(), columns.stages()),
                ratings(row),
                outcome(row, mapping.outcome()));
        if (answer.outcome() == null && Arrays.stream(answer.ratings()).allMatch(Objects::isNull)) {
            tally.empty();
            return null;
        }
        return answer;
    }

    private boolean counts(Row row) {
        return columns.mapping().where().entrySet().stream()
                .allMatch(e -> row.get(e.getKey()).equals(e.getValue()));
    }

    private static UUID reference(Row row, String column, Map<String, UUID> known) throws Refused {
        var id = known.get(row.get(column));
        if (id == null) {
            throw new Refused(
                    column, "names nothing that is known here, or more than one: " + shortened(row.get(column)));
        }
        return id;
    }

    private String respondent(Row row, String column) throws Refused {
        if (column == null || row.get(column).isEmpty()) {
            return null;
        }
        if (row.get(column).length() > ErasureRequest.LONGEST) {
            throw new Refused(column, "has more than " + ErasureRequest.LONGEST + " characters");
        }
        return pseudonyms.of(row.get(column));
    }

    private static LocalDate date(Row row, String column) throws Refused {
        if (column == null || row.get(column).isBlank()) {
            return null;
        }
        try {
            var date = LocalDate.parse(row.get(column));
            if (date.getYear() >= 1 && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new Refused(column, "is no date, YYYY-MM-DD: " + shortened(row.get(column)));
    }

    private Integer[] ratings(Row row) throws Refused {
        var ratings = new Integer[slots.count()];
        for (var need : columns.needs().entrySet()) {
            var value = number(row, need.getKey());
            if (value != null) {
                var index = scale.indexOf(value);
                if (index.isEmpty()) {
                    throw odd(row, need.getKey(), "is not on the scale: " + shortened(row.get(need.getKey())));
                }
                ratings[slots.indexOf(need.getValue())] = index.getAsInt();
            }
        }
        return ratings;
    }

    private BigDecimal outcome(Row row, String column) throws Refused {
        var value = column == null ? null : number(row, column);
        if (value != null && !outcome.allows(value)) {
            throw odd(
                    row,
                    column,
                    "is not between " + outcome.min() + " and " + outcome.max() + " with at most six decimals");
        }
        return value;
    }

    private BigDecimal number(Row row, String column) throws Refused {
        var text = row.get(column);
        if (columns.isMissing(column, text)) {
            tally.missing(column);
            return null;
        }
        var number = Numbers.parse(text);
        if (number.isEmpty()) {
            throw odd(row, column, "is no number: " + shortened(text));
        }
        return number.get();
    }

    private Refused odd(Row row, String column, String why) {
        suspicions.odd(column, shortened(row.get(column)));
        return new Refused(column, why);
    }

    private static String shortened(String text) {
        var readable = text.codePoints()
                .limit(LONGEST_QUOTE)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return readable.length() < text.length() ? readable + "…" : readable.toString();
    }
}
