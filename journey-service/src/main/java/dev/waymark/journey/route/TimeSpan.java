package dev.waymark.journey.route;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How long something takes, in ISO 8601 as the caller wrote it: weeks, days and less, because a month has no fixed length.
 */
@Schema(
        type = SchemaType.STRING,
        pattern = TimeSpan.PATTERN,
        description = "ISO 8601, in weeks or in days and less; a day has 24 hours",
        examples = "P3DT12H")
public record TimeSpan(String text) {

    static final String PATTERN =
            "^P([0-9]{1,4}W|(?=[0-9T])([0-9]{1,5}D)?(T(?=[0-9])([0-9]{1,6}H)?([0-9]{1,8}M)?([0-9]{1,9}(\\.[0-9]{1,9})?S)?)?)$";

    private static final Pattern ISO = Pattern.compile(PATTERN);
    private static final int DAYS_A_WEEK = 7;

    /** @throws IllegalArgumentException if it is none */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TimeSpan {
        if (!ISO.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a duration of ISO 8601 in weeks, or in days and less: P3DT12H");
        }
    }

    public Duration duration() {
        return text.endsWith("W")
                ? Duration.ofDays((long) DAYS_A_WEEK * Integer.parseInt(text.substring(1, text.length() - 1)))
                : Duration.parse(text);
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
