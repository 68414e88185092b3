package dev.waymark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever JSON says is read as it is said, or refused with a reason; there is no third. */
class AnyJsonTest {

    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\"name\":",
        "\"tags\":",
        "\"size\":",
        "\"nested\":",
        "\"x\"",
        "1",
        "-0",
        "1.5",
        "1e999",
        "null",
        "true",
        "NaN",
        "//",
        "/**/",
        "'",
        "\\",
        "\\u0000",
        "\\ud800",
        "\u0000",
        "\uFEFF",
        "<!ENTITY a \"&b;\">",
        " ",
        "\n"
    };

    private final ObjectMapper json = strict();

    private static ObjectMapper strict() {
        var mapper = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        new StrictJson().customize(mapper);
        return mapper;
    }

    @Property
    void textIsReadAsItIsOrRefused(@ForAll @Size(max = 40) List<@From("characters") Character> characters)
            throws IOException {
        var text = new StringBuilder();
        characters.forEach(text::append);
        var sent = "{\"name\": \"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"}";

        var read = read(sent);

        assertThat(read == null ? null : read.name()).isEqualTo(isStorable(text.toString()) ? text.toString() : null);
    }

    @Property
    void whatIsReadIsWrittenAsItWas(@ForAll @From("drafts") Draft draft) throws IOException {
        assertThat(read(json.writeValueAsString(draft))).isEqualTo(draft);
    }

    @Property
    void whatNearlyIsJsonIsReadOrRefused(@ForAll @Size(max = 30) List<@From("pieces") String> pieces)
            throws IOException {
        read(String.join("", pieces));
        read("{\"name\": \"a\", \"nested\": " + String.join("", pieces) + "}");
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) throws IOException {
        try {
            json.readValue(bytes, Draft.class);
        } catch (IOException e) {
            requireReason(e);
        }
    }

    /** References are looked up while they are read: what the database says of that is nobody's business. */
    @Example
    void whatFailsInReadingIsNoFaultOfTheCaller() {
        var failure = catchThrowable(() -> json.readValue("{\"name\": \"a\"}", Failing.class));

        assertThat(failure).isInstanceOf(JsonMappingException.class);
        var details = ProblemMappers.details(failure);
        assertThat(details.status()).isEqualTo(500);
        assertThat(details.toString()).doesNotContain("select");
        assertThatIllegalStateException().isThrownBy(() -> StrictJson.problem((JsonMappingException) failure));
    }

    /** By their first bytes they could be UTF-32. */
    @Example
    void whatIsNoUtf32EitherIsRefused() throws IOException {
        anyBytesAreReadOrRefused(new byte[] {0, 0, 0, '"', 0});
        anyBytesAreReadOrRefused(new byte[] {0, 0, (byte) 0xff, (byte) 0xfe});
    }

    @Property
    void aKeyIsSaidOnce(@ForAll @From("keys") String key, @ForAll @From("keys") String other) throws IOException {
        var map = "{\"nested\": {\"%s\": 1, \"%s\": 2}}".formatted(key, other);

        assertThat(read(map) == null).isEqualTo(key.equals(other));
    }

    /** Null if it is refused. */
    private Draft read(String sent) throws IOException {
        try {
            return json.readValue(sent, Draft.class);
        } catch (JsonProcessingException e) {
            requireReason(e);
            return null;
        }
    }

    private static void requireReason(IOException refused) {
        var details = ProblemMappers.details(refused);
        assertThat(details.status()).isEqualTo(400);
        assertThat(details.errors()).hasSize(1).allSatisfy(error -> assertThat(error.detail())
                .isNotBlank()
                .doesNotContain("Exception", "com.fasterxml", "dev.waymark"));
    }

    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.oneOf(
                Arbitraries.of('\u0000', '\ud83e', '\udded', '"', '\\', '\n', '\u2028', 'é', 'a'), Arbitraries.chars());
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES);
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of("a", "b", "", "__proto__", "é");
    }

    @Provide
    Arbitrary<Draft> drafts() {
        var texts = Arbitraries.strings().ofMaxLength(10).filter(AnyJsonTest::isStorable);
        var dates = Arbitraries.longs()
                .between(
                        LocalDate.of(1, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay());
        var ids = Arbitraries.longs().map(bits -> new UUID(bits, ~bits));
        return Combinators.combine(
                        ids.injectNull(.2),
                        texts.injectNull(.2),
                        Arbitraries.integers().injectNull(.2),
                        Arbitraries.doubles().injectNull(.2),
                        dates.map(LocalDate::ofEpochDay).injectNull(.2),
                        texts.list().ofMaxSize(3).injectNull(.2),
                        Arbitraries.maps(texts, texts)
                                .ofMaxSize(3)
                                .map(map -> Map.<String, Object>copyOf(map))
                                .injectNull(.2))
                .as(Draft::new);
    }

    /** @param name which nobody can read */
    record Failing(
            @JsonDeserialize(converter = Broken.class) String name) {}

    static final class Broken extends StdConverter<String, String> {
        @Override
        public String convert(String name) {
            throw new IllegalStateException("select name from secrets");
        }
    }

    /** Something of each kind that documents have. */
    record Draft(
            UUID id,
            String name,
            Integer size,
            Double share,
            LocalDate day,
            List<String> tags,
            Map<String, Object> nested) {}
}
