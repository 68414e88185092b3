package dev.waymark.journey.review;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often a map wants to be reviewed: a period of ISO 8601 as the caller wrote it, from a day to ten years. */
@Schema(
        type = SchemaType.STRING,
        pattern = "^P(?=[0-9])([0-9]{1,2}Y)?([0-9]{1,3}M)?([0-9]{1,3}W)?([0-9]{1,4}D)?$",
        description = "A period of ISO 8601, from P1D to P10Y",
        examples = "P3M")
public record Cadence(String text) {

    private static final LocalDate SOME_DAY = LocalDate.of(2001, 1, 1); // before MONTHLY, which needs it

    public static final Cadence MONTHLY = new Cadence("P1M");

    /** @throws IllegalArgumentException if it is none */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Cadence {
        if (!allowed(text)) {
            throw new IllegalArgumentException("must be a period of ISO 8601 from P1D to P10Y");
        }
    }

    public Period period() {
        return Period.parse(text);
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }

    private static boolean allowed(String text) {
        try {
            var end = SOME_DAY.plus(Period.parse(text));
            return text.matches("P[0-9YMWD]+") && end.isAfter(SOME_DAY) && !end.isAfter(SOME_DAY.plusYears(10));
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }
}
