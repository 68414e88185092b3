package dev.waymark.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.waymark.gapmap.gapmap.Outcome;
import dev.waymark.gapmap.gapmap.RatedMap;
import dev.waymark.gapmap.gapmap.Settings;
import dev.waymark.gapmap.imports.ImportWarning.Code;
import dev.waymark.gapmap.imports.Tally.Refused;
import dev.waymark.gapmap.imports.file.RatingsFile;
import dev.waymark.gapmap.imports.file.Row;
import dev.waymark.gapmap.imports.file.Rows;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.gapmap.ratings.Pseudonyms;
import dev.waymark.gapmap.scores.Scales;
import dev.waymark.gapmap.scoring.Scale;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault that a file can have is told, and of a file without fault nothing is. */
class SuspicionsTest {

    private static final Path LOUNGES =
            Path.of(System.getProperty("waymark.root", ".."), "..", "shared", "data", "lounge_ratings.csv");
    private static final List<String> LOUNGE_NEEDS = List.of(
            "comfort", "cleanliness", "bar_beverages", "catering", "washrooms", "wifi_connectivity", "staff_service");
    private static final Set<String> ZERO = Set.of("0");
    private static final List<String> NEEDS = List.of("a", "b", "c", "d");
    private static final int PEOPLE = 400;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aFileWithoutFaultIsNotSuspected(long seed) throws IOException {
        assertThat(told(survey(seed), "1", "5", "10")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aColumnOnWrongRowsIsTold(long seed) throws IOException {
        for (var column : List.of("a", "d", "overall")) {
            var table = survey(seed);
            Collections.rotate(table.get(column), 1);
            assertThat(told(table, "1", "5", "10")).containsExactly(Map.entry(column, Set.of(Code.UNRELATED_COLUMN)));
        }
    }

    /** Adding up leaves a rest in the last bit, which is no answer. */
    @Test
    void whereAllSayTheSameNothingIsRelated() throws IOException {
        var table = survey(1);
        table.keySet().retainAll(List.of("a", "b"));
        table.get("b").replaceAll(value -> "7");
        assertThat(told(table, List.of("a", "b"), Set.of(), null, "0", "10", "1", "10"))
                .isEmpty();
    }

    /** Two columns only, so that neither can be told from the other: what they have in common is next to nothing. */
    @Test
    void whereNothingGoesWithAnythingOnlyNothingIsTold() throws IOException {
        var table = survey(1);
        table.keySet().retainAll(List.of("a", "overall"));
        assertThat(told(table, List.of("a"), Set.of(), "overall", "1", "5", "1", "10"))
                .isEmpty();
        Collections.rotate(table.get("a"), 1);
        assertThat(told(table, List.of("a"), Set.of(), "overall", "1", "5", "1", "10"))
                .containsOnlyKeys("a", "overall");
    }

    @Test
    void aCodeThatMeansNothingWasSaidIsTold() throws IOException {
        for (var code : List.of("0", "-99", "99", "n/a", "keine Angabe")) {
            var table = survey(1);
            change(table, "b", value -> code, 20);
            assertThat(told(table, "1", "5", "10"))
                    .as(code)
                    .containsExactly(Map.entry("b", Set.of(Code.UNDECLARED_MISSING_CODE)));
        }
    }

    /** Where 0 is on the scale, no row is refused; but who "gave" it is not less content. */
    @Test
    void aCodeOnTheScaleIsToldByWhatElseIsSaid() throws IOException {
        var table = survey(1);
        change(table, "b", value -> "0", 20);
        assertThat(told(table, "0", "5", "10")).containsExactly(Map.entry("b", Set.of(Code.UNDECLARED_MISSING_CODE)));
        var honest = survey(1);
        change(honest, "b", value -> value.equals("1") ? "0" : value, 1);
        assertThat(told(honest, "0", "5", "10")).isEmpty();
    }

    @Test
    void valuesThatAreNotOnTheScaleAreTold() throws IOException {
        var table = survey(1);
        change(table, "c", value -> "3.5", 50);
        change(table, "overall", value -> "11", 64);
        assertThat(told(table, "1", "5", "10"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("c", Set.of(Code.OUTSIDE_SCALE), "overall", Set.of(Code.OUTSIDE_SCALE)));
    }

    /** Every tenth on twice the scale: beyond the map's scale if that is the shorter, within if it is the longer. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void twoScalesInOneColumnAreTold(long seed) throws IOException {
        var beyond = survey(seed);
        change(beyond, "a", value -> String.valueOf(2 * Integer.parseInt(value)), 10);
        assertThat(told(beyond, "1", "5", "10")).containsKey("a").allSatisfy((column, codes) -> assertThat(codes)
                .containsAnyOf(Code.MIXED_SCALES));

        var within = survey(seed);
        within.put("overall", new ArrayList<>(within.get("a")));
        change(within, "overall", value -> String.valueOf(2 * Integer.parseInt(value)), 4);
        assertThat(told(within, "1", "5", "10")).containsExactly(Map.entry("overall", Set.of(Code.MIXED_SCALES)));
    }

    @Test
    void loungesAreOnlySuspectedWhereTheyAreMixed() throws IOException {
        var table = lounges();
        assertThat(told(table, LOUNGE_NEEDS, ZERO, "recommended", "1", "5", "0", "1"))
                .isEmpty();
        assertThat(told(table, LOUNGE_NEEDS, ZERO, "overall", "1", "5", "1", "10"))
                .containsExactly(Map.entry("overall", Set.of(Code.MIXED_SCALES)));
        assertThat(told(table, LOUNGE_NEEDS, ZERO, "overall", "1", "5", "1", "5"))
                .containsExactly(Map.entry("overall", Set.of(Code.MIXED_SCALES, Code.OUTSIDE_SCALE)));
        assertThat(told(table, LOUNGE_NEEDS, Set.of(), "recommended", "1", "5", "0", "1"))
                .hasSize(LOUNGE_NEEDS.size())
                .allSatisfy((column, codes) -> assertThat(codes).containsExactly(Code.UNDECLARED_MISSING_CODE));
        assertThat(told(table, LOUNGE_NEEDS, Set.of(), "recommended", "0", "5", "0", "1"))
                .containsKeys("washrooms", "wifi_connectivity");
    }

    @Test
    void aMisalignedColumnOfTheLoungesIsTold() throws IOException {
        for (var column : LOUNGE_NEEDS) {
            var table = lounges();
            Collections.rotate(table.get(column), 1);
            assertThat(told(table, LOUNGE_NEEDS, ZERO, "recommended", "1", "5", "0", "1"))
                    .containsExactly(Map.entry(column, Set.of(Code.UNRELATED_COLUMN)));
        }
    }

    private Map<String, Set<Code>> told(Map<String, List<String>> table, String min, String max, String most)
            throws IOException {
        return told(table, NEEDS, Set.of(), "overall", min, max, "1", most);
    }

    private Map<String, Set<Code>> told(
            Map<String, List<String>> table, List<String> needs, Set<String> missing, String outcome, String... ranges)
            throws IOException {
        var file = folder.resolve("survey.csv");
        Files.write(file, lines(table));
        var scale = Scale.of(ranges[0], ranges[1], "1");
        var range = new Outcome("overall", new BigDecimal(ranges[2]), new BigDecimal(ranges[3]));
        var columns = columns(needs, missing, outcome, map(needs, scale, range));
        var suspicions = new Suspicions(columns.map());
        var reader = new RowReader(columns, new Pseudonyms("a key of a test", "acme"), new Tally(), suspicions);
        RatingsFile.read(file, columns.mapping().columns().values(), new Reader(reader));
        return suspicions
                .warnings()
                .collect(Collectors.groupingBy(
                        ImportWarning::column,
                        TreeMap::new,
                        Collectors.mapping(ImportWarning::code, Collectors.toSet())));
    }

    /** As an import reads, without a database to put the answers into. */
    private record Reader(RowReader reader) implements Rows {

        @Override
        public void columns(Collection<String> there) {
            reader.columns().require(there);
        }

        @Override
        public void row(Row row) {
            try {
                reader.read(row).forEach(reader.suspicions()::answered);
            } catch (Refused why) {
                assertThat(why).hasMessageNotContainingAny("has ", "names nothing");
            }
        }
    }

    private static RatedMap map(List<String> needs, Scale scale, Outcome outcome) {
        return new RatedMap(
                UUID.randomUUID(),
                null,
                new Scales(scale, scale),
                new Settings(null, null, null, null, null, outcome, null, null, null, null, null),
                needs.stream()
                        .map(need -> new KnownPersona.Need(UUID.randomUUID(), need, need, null, null))
                        .toList(),
                List.of(),
                List.of());
    }

    private static Columns columns(List<String> needs, Set<String> missing, String outcome, RatedMap map) {
        var keys = new LinkedHashMap<String, String>();
        needs.forEach(need -> keys.put(need, "key:" + need));
        var mapping = new Mapping(
                "who", null, null, null, keys, outcome, null, null, null, null, null, null, null, null, null, null,
                null);
        return new Columns(
                mapping,
                map,
                Questions.of(mapping, map),
                Map.of("own", UUID.randomUUID()),
                Map.of(),
                Map.of(),
                Map.of(),
                needs.stream().collect(Collectors.toMap(need -> need, need -> missing)),
                Set.of());
    }

    /** People who are content or not, and say so of everything, with some differences; the outcome is on ten points. */
    private static Map<String, List<String>> survey(long seed) {
        var random = new Random(seed);
        var table = new LinkedHashMap<String, List<String>>();
        for (var i = 0; i < PEOPLE; i++) {
            var content = random.nextGaussian();
            for (var need : NEEDS) {
                put(table, need, Math.clamp(Math.round(3 + 0.9 * content + 0.7 * random.nextGaussian()), 1, 5));
            }
            put(table, "overall", Math.clamp(Math.round(5.5 + 2 * content + random.nextGaussian()), 1, 10));
        }
        return table;
    }

    private static void put(Map<String, List<String>> table, String column, long value) {
        table.computeIfAbsent(column, c -> new ArrayList<>()).add(String.valueOf(value));
    }

    private static void change(
            Map<String, List<String>> table, String column, UnaryOperator<String> change, int everyNth) {
        var values = table.get(column);
        for (var i = 0; i < values.size(); i += everyNth) {
            values.set(i, change.apply(values.get(i)));
        }
    }

    private static List<String> lines(Map<String, List<String>> table) {
        var lines = new ArrayList<String>();
        lines.add("who," + String.join(",", table.keySet()));
        var rows = table.values().iterator().next().size();
        for (var i = 0; i < rows; i++) {
            var row = i;
            lines.add("own,"
                    + table.values().stream().map(values -> values.get(row)).collect(Collectors.joining(",")));
        }
        return lines;
    }

    private static Map<String, List<String>> lounges() throws IOException {
        assumeThat(LOUNGES)
                .as("the lounge reviews, which are not part of the repository")
                .exists();
        var table = new LinkedHashMap<String, List<String>>();
        var columns = new ArrayList<>(LOUNGE_NEEDS);
        columns.add("overall");
        columns.add("recommended");
        RatingsFile.read(LOUNGES, columns, new Rows() {
            @Override
            public void columns(Collection<String> there) {
                assertThat(there).containsAll(columns);
            }

            @Override
            public void row(Row row) {
                columns.forEach(column ->
                        table.computeIfAbsent(column, c -> new ArrayList<>()).add(row.get(column)));
            }
        });
        return table;
    }
}
