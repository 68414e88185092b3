package dev.waymark.persona.value;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A plain value whose type the caller chooses: a text, a number, or true or false. Numbers are kept as 64-bit floating
 * point; equal ones are equal however they are written, so that {@code 34} and {@code 34.0} make no difference.
 *
 * @param value a String of at most 1000 characters, a Long, a Double or a Boolean
 */
@JsonDeserialize(using = Scalar.Reader.class)
@Schema(
        description = "A text of at most 1000 characters, a number, or true or false",
        implementation = Object.class,
        oneOf = {String.class, Double.class, Boolean.class})
public record Scalar(Object value) {

    private static final int LONGEST_TEXT = 1000;

    /** Up to here a Double knows every whole number. */
    private static final double LARGEST_WHOLE = 1L << 53;

    public Scalar {
        if (value instanceof Number number) {
            value = canonical(number.doubleValue());
        }
    }

    @JsonValue
    @Override
    public Object value() {
        return value;
    }

    public boolean isText() {
        return value instanceof String;
    }

    public boolean isNumber() {
        return value instanceof Number;
    }

    public boolean isFlag() {
        return value instanceof Boolean;
    }

    /** Whether it is a text like {@code 2026-01-31}. */
    public boolean isDate() {
        return value instanceof String text && isDate(text);
    }

    public boolean sameTypeAs(Scalar other) {
        return isText() == other.isText() && isNumber() == other.isNumber();
    }

    /** Compares two numbers, or two dates. */
    public boolean upTo(Scalar high) {
        return value instanceof Number low && high.value instanceof Number top
                ? low.doubleValue() <= top.doubleValue()
                : !LocalDate.parse((String) value).isAfter(LocalDate.parse((String) high.value));
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Number canonical(double number) {
        if (number == Math.rint(number) && Math.abs(number) <= LARGEST_WHOLE) {
            return (long) number;
        }
        return number;
    }

    /** Refuses what is no plain value, where it stands. */
    static final class Reader extends StdDeserializer<Scalar> {

        Reader() {
            super(Scalar.class);
        }

        @Override
        public Scalar deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return switch (parser.currentToken()) {
                case VALUE_STRING -> new Scalar(text(parser, context));
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Scalar(number(parser));
                case VALUE_TRUE, VALUE_FALSE -> new Scalar(parser.getBooleanValue());
                default -> throw refusal(context);
            };
        }

        @Override
        public Scalar getNullValue(DeserializationContext context) throws JsonMappingException {
            throw refusal(context);
        }

        private static String text(JsonParser parser, DeserializationContext context) throws IOException {
            var text = context.readValue(parser, String.class); // refuses what cannot be stored
            if (text.length() > LONGEST_TEXT) {
                throw JsonMappingException.from(context, "must have at most " + LONGEST_TEXT + " characters");
            }
            return text;
        }

        private static double number(JsonParser parser) throws IOException {
            var number = parser.getDoubleValue();
            if (!Double.isFinite(number)) {
                throw JsonMappingException.from(parser, "must be a number that 64 bits can hold");
            }
            return number;
        }

        private static JsonMappingException refusal(DeserializationContext context) {
            return JsonMappingException.from(context, "must be a text, a number, or true or false");
        }
    }
}
