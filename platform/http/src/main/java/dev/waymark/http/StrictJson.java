package dev.waymark.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Refuses JSON that means something else than its author thinks (misspelt names, doubled keys, numbers as text), that no
 * database could hold (NUL, half of a surrogate pair), and what is too deep or too long. Uploads have limits of their own.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    /** The most a JSON body may take, in bytes, whatever its headers say. */
    static final long LONGEST_BODY = 1 << 20;

    private static final int DEEPEST_NESTING = 64;

    /** Dates and times of RFC 3339, whose years have four digits. */
    private static final Pattern TIME = Pattern.compile("\\d{4}-.*");

    /** Jackson would take base64 as well. */
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> NUMBERS = Set.of(double.class, Double.class, float.class, Float.class);

    @Override
    public int priority() {
        return MINIMUM_PRIORITY; // last, so that nothing loosens it again
    }

    @Override
    @SuppressWarnings("deprecation") // MapperFeature has no other switch on an existing mapper
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST_NESTING)
                        .maxDocumentLength(LONGEST_BODY)
                        .build());
        mapper.coercionConfigDefaults().setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false)
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .setSerializationInclusion(JsonInclude.Include.NON_NULL)
                .registerModule(new SimpleModule("storable")
                        .addDeserializer(String.class, new StorableText())
                        .addDeserializer(Instant.class, new OneForm<>(Instant.class, TIME, Instant::parse))
                        .addDeserializer(LocalDate.class, new OneForm<>(LocalDate.class, TIME, LocalDate::parse))
                        .addDeserializer(UUID.class, new OneForm<>(UUID.class, ID, UUID::fromString))
                        .addKeyDeserializer(String.class, new StorableKey()));
    }

    /**
     * Says what was wrong in the caller's words: with a JSON pointer and without names of classes.
     *
     * @throws RuntimeException what failed while it was read, and is no fault of the caller
     */
    public static Problem problem(JsonProcessingException e) {
        return switch (e) {
            case JsonMappingException wrapped when isOurs(wrapped) -> throw (RuntimeException) wrapped.getCause();
            case StreamConstraintsException tooMuch
            when tooMuch.getMessage().startsWith("Document length") -> Problem.tooLarge("The body", LONGEST_BODY);
            case StreamConstraintsException tooMuch ->
                Problem.invalid("", "is nested too deeply, or has a token too long");
            case JsonMappingException wrapped
            when wrapped.getCause() instanceof StreamConstraintsException cause -> problem(cause);
            case JsonMappingException mistyped -> Problem.invalid(pointer(mistyped.getPath()), why(mistyped));
            default -> Problem.invalid(whereParsed(e), "is not valid JSON: " + e.getOriginalMessage());
        };
    }

    /** Whether a reader of ours failed, which asks the database, say; a value that refuses what it is made of does not. */
    static boolean isOurs(JsonMappingException wrapped) {
        return wrapped.getCause() instanceof RuntimeException
                && !(wrapped.getCause() instanceof IllegalArgumentException)
                && !(wrapped instanceof ValueInstantiationException);
    }

    private static String whereParsed(JsonProcessingException e) {
        return e.getProcessor() instanceof JsonParser parser
                ? parser.getParsingContext().pathAsPointer().toString()
                : "";
    }

    private static String why(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "unknown property";
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException why -> why.getMessage();
            case ValueInstantiationException refused -> "is not allowed";
            case MismatchedInputException more
            when more.getOriginalMessage().startsWith("Trailing token") -> "must not be followed by anything";
            case MismatchedInputException other
            when other.getTargetType() != null -> "must be " + expected(other.getTargetType());
            default -> e.getOriginalMessage();
        };
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (WHOLE_NUMBERS.contains(type)) {
            return "a whole number";
        }
        if (NUMBERS.contains(type) || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return scalar(type);
    }

    private static String scalar(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        return Temporal.class.isAssignableFrom(type) ? "a date or time of ISO 8601" : "an object";
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(r -> "/" + (r.getFieldName() == null ? r.getIndex() : r.getFieldName()))
                .collect(Collectors.joining());
    }

    /** What is text in one form only: no number, nothing empty, no other way to write the same. */
    private static final class OneForm<T> extends StdDeserializer<T> {

        private final transient Pattern form;
        private final transient Function<String, T> parse;

        OneForm(Class<T> type, Pattern form, Function<String, T> parse) {
            super(type);
            this.form = form;
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked") // what cannot be handled throws
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            var text = parser.getText();
            try {
                if (form.matcher(text).matches()) {
                    return parse.apply(text);
                }
            } catch (DateTimeException e) {
                // told below
            }
            return (T) context.handleWeirdStringValue(handledType(), text, "not of its form");
        }
    }

    /** The same for the names in a map. */
    private static final class StorableKey extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return StorableText.storable(key, context.getParser());
        }
    }

    /** PostgreSQL cannot hold U+0000 in text or jsonb, and UTF-8 knows no half of a surrogate pair. */
    private static final class StorableText extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            return storable(parser.getText(), parser);
        }

        private static String storable(String text, JsonParser parser) throws JsonMappingException {
            if (text.codePoints().anyMatch(StorableText::unstorable)) {
                throw JsonMappingException.from(parser, "must not contain U+0000 or an unpaired surrogate");
            }
            return text;
        }

        private static boolean unstorable(int codePoint) {
            return codePoint == 0 || codePoint <= Character.MAX_SURROGATE && codePoint >= Character.MIN_SURROGATE;
        }
    }
}
