package dev.waymark.gapmap.scores;

import dev.waymark.http.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The months whose responses count, both inclusive; null leaves an end open. With either end, responses without a date
 * do not count.
 */
public record Months(YearMonth from, YearMonth to) {

    private static final int LAST_YEAR = 9999;

    /** All responses, with or without a date. */
    public static final Months ALL = new Months(null, null);

    /** @throws Problem 400 if one is not {@code YYYY-MM}, or they are the wrong way round */
    public static Months of(String from, String to) {
        var months = new Months(month("from", from), month("to", to));
        if (from != null && to != null && months.from.isAfter(months.to)) {
            throw Problem.invalid("from", "must not be after to");
        }
        return months;
    }

    LocalDate firstDay() {
        return from == null ? null : from.atDay(1);
    }

    LocalDate lastFirst() {
        return to == null ? null : to.atDay(1);
    }

    /** @throws Problem 400 if it is not {@code YYYY-MM}; null stays null */
    public static YearMonth month(String name, String text) {
        try {
            var month = text == null ? null : YearMonth.parse(text);
            if (month == null || month.getYear() >= 1 && month.getYear() <= LAST_YEAR) {
                return month;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw Problem.invalid(name, "must be a month, YYYY-MM");
    }
}
