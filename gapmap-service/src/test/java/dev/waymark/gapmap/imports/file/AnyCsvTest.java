package dev.waymark.gapmap.imports.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.http.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever a table says, it is read as it was written; whatever else a file is, it is refused. */
class AnyCsvTest {

    private static final List<String> HEADER = List.of("who", "speed", "");

    /** What CSV is made of, and what programs put around it. */
    private static final String[] PIECES = {
        "who", "speed", "own", "4", ",", ",", ",", "\n", "\n", "\r\n", "\r", "\"", "\"\"", ";", "\t", " ", "'", "\\",
        "\u0000", "\uFEFF", "é", "🧭", "=1+1", "sep=,\n"
    };

    private Path file;

    @BeforeProperty
    void makeFile() throws IOException {
        file = Files.createTempFile("any", ".csv");
    }

    @AfterProperty
    void removeFile() throws IOException {
        Files.delete(file);
    }

    /** Quoted wherever RFC 4180 wants it, or everywhere, with either end of a line. */
    @Property
    void aTableIsReadAsItWasWritten(
            @ForAll @Size(max = 20) List<@Size(3) List<@From("texts") String>> table,
            @ForAll boolean quoteAll,
            @ForAll boolean windows)
            throws IOException {
        var end = windows ? "\r\n" : "\n";
        var lines = new ArrayList<List<String>>();
        lines.add(HEADER);
        lines.addAll(table);
        var csv = lines.stream()
                .map(row -> row.stream().map(text -> written(text, quoteAll)).collect(Collectors.joining(",")) + end)
                .collect(Collectors.joining());
        Files.writeString(file, csv);
        var rows = new ArrayList<List<String>>();
        var begins = new ArrayList<Long>();

        read(row -> {
            assertThat(row.fault()).isNull();
            rows.add(HEADER.stream().map(row::get).toList());
            begins.add(row.line());
        });

        assertThat(rows)
                .isEqualTo(table.stream()
                        .map(row -> row.stream().map(String::strip).toList())
                        .toList());
        var line = 2L;
        for (var i = 0; i < table.size(); i++) {
            assertThat(begins.get(i)).isEqualTo(line);
            line += 1 + table.get(i).stream().mapToLong(AnyCsvTest::lineBreaks).sum();
        }
    }

    @Property
    void whatNearlyIsATableIsReadOrRefused(@ForAll @Size(max = 60) List<@From("pieces") String> pieces)
            throws IOException {
        readOrRefused(("who,speed\n" + String.join("", pieces)).getBytes(UTF_8));
        readOrRefused(String.join("", pieces).getBytes(UTF_8));
    }

    @Property
    void whatIsNoTableIsReadOrRefused(@ForAll byte[] bytes) throws IOException {
        readOrRefused(bytes);
    }

    /** Neither hangs nor fails with anything but what the caller is told; rows come in the order of their lines. */
    private void readOrRefused(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        var begins = new ArrayList<Long>();
        try {
            read(row -> begins.add(row.line()));
        } catch (Problem refused) {
            assertThat(refused.details().status()).isEqualTo(400);
            assertThat(refused.details().errors())
                    .isNotEmpty()
                    .allSatisfy(error -> assertThat(error.detail()).isNotBlank().doesNotContain("Exception"));
        }
        assertThat(begins).isSorted().doesNotHaveDuplicates();
    }

    /** Nothing that a file in UTF-8 could not hold. */
    @Provide
    Arbitrary<String> texts() {
        var odd = Arbitraries.of(",", "\"", "\n", "\r\n", "a\"b", "\"\"", " x ", "=1+1", "\u0000", "\uFEFF", "é🧭");
        return Arbitraries.oneOf(odd, Arbitraries.strings().ofMaxLength(12).filter(AnyCsvTest::isUnicode));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES);
    }

    private static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String written(String text, boolean quoteAll) {
        var wants = quoteAll || text.isEmpty() || text.matches("(?s).*[\",\r\n].*");
        return wants ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    private static long lineBreaks(String text) {
        return Arrays.stream(text.split("\r\n|\r|\n", -1)).count() - 1;
    }

    private void read(Consumer<Row> rows) throws IOException {
        RatingsFile.read(file, List.of("who", "speed"), new Rows() {
            @Override
            public void columns(Collection<String> columns) {
                // whichever they are
            }

            @Override
            public void row(Row row) {
                rows.accept(row);
            }
        });
    }
}
