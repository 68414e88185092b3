package dev.waymark.gapmap.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.http.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingsFileTest {

    private static final int MANY = 600_000;
    private static final long LITTLE = 32L << 20;
    private static final List<String> NAMED = List.of("who", "speed");
    private static final String CAFE = "who;speed;remark\ncafé;4,5;a, b\nzwölf;3;\"c; \"\"d\"\"\ne\"\n";

    @TempDir
    private Path folder;

    @Test
    void rowsKnowTheLineTheyBeginOn() throws IOException {
        assertThat(read("who,speed,remark\r\na,1,\r\n\r\nb,2,\"two\nlines\"\r\nc,3,\"say \"\"so\"\"\"\n"))
                .containsExactly("2 a 1 ", "4 b 2 two\nlines", "6 c 3 say \"so\"");
    }

    @Test
    void noLineBreakIsNeededAtTheEnd() throws IOException {
        assertThat(read("\uFEFFwho,speed,remark\na,1,x")).containsExactly("2 a 1 x");
    }

    static Stream<Arguments> encodings() {
        return Stream.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252").flatMap(name -> Stream.of(false, true)
                .filter(mark -> !mark || name.startsWith("UTF"))
                .map(mark -> Arguments.of(name, mark)));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void encodingsAreRecognised(String encoding, boolean mark) throws IOException {
        var rows = new ArrayList<String>();
        var bytes = ((mark ? "\uFEFF" : "") + CAFE).getBytes(Charset.forName(encoding));

        var format = read(bytes, rows);

        assertThat(rows).containsExactly("2 café 4,5 a, b", "3 zwölf 3 c; \"d\"\ne");
        assertThat(format).isEqualTo(new Format(Format.Kind.CSV, encoding, ";", "\""));
    }

    /** A euro and a dash are no letters of Latin-1, but of Windows. */
    @Test
    void whatWindowsWritesIsNotTakenForLatin1() throws IOException {
        var rows = new ArrayList<String>();
        read("who,speed,remark\na,1,5 € – fine\n".getBytes(Charset.forName("windows-1252")), rows);
        assertThat(rows).containsExactly("2 a 1 5 € – fine");
    }

    /** The first letter that is no ASCII stands behind a megabyte of it. */
    @Test
    void theWholeFileSaysWhichEncodingItIs() throws IOException {
        var rows = new ArrayList<String>();
        var csv = "who,speed,remark\n" + "somebody,1,nothing\n".repeat(60_000) + "é,2,\n";
        assertThat(read(csv.getBytes(StandardCharsets.ISO_8859_1), rows).encoding())
                .isEqualTo("windows-1252");
        assertThat(rows.getLast()).isEqualTo("60002 é 2 ");
        assertThat(read(csv.getBytes(StandardCharsets.UTF_8), rows).encoding()).isEqualTo("UTF-8");
        assertThat(rows.getLast()).isEqualTo("60002 é 2 ");
    }

    /** Cut off within its last letter: taken for Windows-1252, it would name other people. */
    @Test
    void whatIsUtf8InPartIsRefused() {
        var csv = "who,speed,remark\nMüller,1,\nMü".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(Arrays.copyOf(csv, csv.length - 1), new ArrayList<>()))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(
                                refused.details().errors().getFirst().detail())
                        .contains("damaged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void delimitersAreRecognised(String delimiter) throws IOException {
        for (var quote : List.of("\"", "'")) {
            var rows = new ArrayList<String>();
            var csv = """
                    who_speed_remark
                    a_1_'x_y, z; u	v|w'
                    b_2_'it''s'
                    """.replace("'", quote).replace("_", delimiter).replace("it" + quote + quote + "s", "it is");

            var format = read(csv.getBytes(StandardCharsets.UTF_8), rows);

            assertThat(format).isEqualTo(new Format(Format.Kind.CSV, "UTF-8", delimiter, quote));
            assertThat(rows).containsExactly("2 a 1 x" + delimiter + "y, z; u\tv|w", "3 b 2 it is");
        }
    }

    @Test
    void aSpreadsheetMaySayHowItSeparates() throws IOException {
        var rows = new ArrayList<String>();
        var format = read("\uFEFFsep=~\r\nwho~speed~remark\r\na~1~x,y;z\r\n".getBytes(StandardCharsets.UTF_8), rows);
        assertThat(format.delimiter()).isEqualTo("~");
        assertThat(rows).containsExactly("3 a 1 x,y;z");
    }

    @Test
    void anObjectPerLineIsARow() throws IOException {
        var rows = new ArrayList<String>();
        var columns = new ArrayList<String>();

        var format = read("""
                {"who": " a ", "speed": 4.50, "remark": null}

                {"speed": true, "who": "b", "extra": "\\u00e9"}
                {"who": "c", "speed": [1]}
                {"who": "d", "who": "e"}
                {"who": "f"} {}
                {"who": "g"
                17
                """.getBytes(StandardCharsets.UTF_8), rows, columns);

        assertThat(format).isEqualTo(new Format(Format.Kind.NDJSON, "UTF-8", null, null));
        assertThat(columns).containsExactlyInAnyOrder("who", "speed");
        assertThat(rows)
                .containsExactly(
                        "1 a 4.50 ",
                        "3 b 1 ",
                        "4 has an object or a list where a value belongs",
                        "5 is no JSON object",
                        "6 goes on after its object",
                        "7 is no JSON object",
                        "8 is no JSON object");
    }

    @Test
    void whatIsNoTextIsRefused() {
        byte[][] files = {
            {},
            {' ', '\n'},
            {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0},
            "who,speed\n\u0081,1\n".getBytes(StandardCharsets.ISO_8859_1)
        };
        for (var file : files) {
            assertThatThrownBy(() -> read(file, new ArrayList<>())).isInstanceOfSatisfying(Problem.class, refused -> {
                assertThat(refused.details().status()).isEqualTo(400);
                assertThat(refused.details().errors().getFirst().pointer()).isEqualTo("file");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLongFileTakesNoMoreMemoryThanAShortOne(boolean json) throws IOException {
        var file = folder.resolve("long");
        try (var text = Files.newBufferedWriter(file)) {
            text.write(json ? "" : "who,speed,remark\n");
            var row = json
                    ? "{\"who\": \"somebody\", \"speed\": %d, \"remark\": \"that nobody reads: number %d\"}\n"
                    : "somebody,%d,\"a remark that nobody reads, however long it may be: number %d\"\n";
            for (int i = 0; i < MANY; i++) {
                text.write(row.formatted(i, i));
            }
        }
        assertThat(Files.size(file)).isGreaterThan(LITTLE);
        var rows = new AtomicLong();
        var before = used();
        var atTheEnd = new AtomicLong();

        RatingsFile.read(file, NAMED, new Taken(new ArrayList<>()) {
            @Override
            public void row(Row row) {
                if (rows.incrementAndGet() == MANY) {
                    atTheEnd.set(used());
                }
            }
        });

        assertThat(rows).hasValue(MANY);
        assertThat(atTheEnd.get() - before).isLessThan(LITTLE);
    }

    private List<String> read(String csv) throws IOException {
        var rows = new ArrayList<String>();
        read(csv.getBytes(StandardCharsets.UTF_8), rows);
        return rows;
    }

    private Format read(byte[] bytes, List<String> rows) throws IOException {
        return read(bytes, rows, new ArrayList<>());
    }

    private Format read(byte[] bytes, List<String> rows, List<String> columns) throws IOException {
        var file = folder.resolve("ratings");
        Files.write(file, bytes);
        return RatingsFile.read(file, NAMED, new Taken(columns) {
            @Override
            public void row(Row row) {
                rows.add(row.line() + " "
                        + (row.fault() == null
                                ? String.join(" ", row.get("who"), row.get("speed"), row.get("remark"))
                                : row.fault()));
            }
        });
    }

    private abstract static class Taken implements Rows {

        private final List<String> columns;

        Taken(List<String> columns) {
            this.columns = columns;
        }

        @Override
        public void columns(Collection<String> there) {
            columns.addAll(there);
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
