package dev.waymark.gapmap.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WideCsvTest {

    private static final int MANY = 600_000;
    private static final long LITTLE = 32L << 20;

    @TempDir
    private Path folder;

    @Test
    void rowsKnowTheLineTheyBeginOn() throws IOException {
        var read = new ArrayList<String>();

        read("who,speed,remark\r\na,1,\r\n\r\nb,2,\"two\nlines\"\r\nc,3,\"say \"\"so\"\"\"\n", read);

        assertThat(read).containsExactly("2 a 1 ", "4 b 2 two\nlines", "6 c 3 say \"so\"");
    }

    @Test
    void noLineBreakIsNeededAtTheEnd() throws IOException {
        var read = new ArrayList<String>();

        read("\uFEFFwho,speed,remark\na,1,x", read);

        assertThat(read).containsExactly("2 a 1 x");
    }

    @Test
    void aLongFileTakesNoMoreMemoryThanAShortOne() throws IOException {
        var file = folder.resolve("long.csv");
        try (var csv = Files.newBufferedWriter(file)) {
            csv.write("who,speed,remark\n");
            for (int i = 0; i < MANY; i++) {
                csv.write("somebody,%d,\"a remark that nobody reads, however long it may be: number %d\"\n"
                        .formatted(i, i));
            }
        }
        assertThat(Files.size(file)).isGreaterThan(LITTLE);
        var rows = new AtomicLong();
        var before = used();
        var atTheEnd = new AtomicLong();

        WideCsv.read(file, columns(), (row, line) -> {
            if (rows.incrementAndGet() == MANY) {
                atTheEnd.set(used());
            }
        });

        assertThat(rows).hasValue(MANY);
        assertThat(atTheEnd.get() - before).isLessThan(LITTLE);
    }

    private void read(String csv, List<String> into) throws IOException {
        var file = folder.resolve("ratings.csv");
        Files.writeString(file, csv);
        WideCsv.read(
                file,
                columns(),
                (row, line) ->
                        into.add(String.join(" ", "" + line, row.get("who"), row.get("speed"), row.get("remark"))));
    }

    private static Columns columns() {
        var mapping = new Mapping("who", null, null, null, Map.of("speed", "key:speed"), null, null, null);
        return new Columns(mapping, Map.of(), Map.of(), Map.of(), Map.of());
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
