package dev.waymark.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./waymark demo}, on reviews of our own with figures computed by hand, and on real ones where they are at hand. */
@ExtendWith(Product.class)
class LoungeDemoTest {

    private static final Path REAL = Product.ROOT.resolve("../shared/data/lounge_ratings.csv");
    private static final Path REFERENCE = Product.ROOT.resolve("../shared/expected/lounge_british_airways.csv");
    private static final Path OWN = Product.ROOT.resolve("acceptance/src/test/resources/lounges");
    private static final String SIX =
            "emirates,qantas-airways,lufthansa,qatar-airways,singapore-airlines,united-airlines";

    private final Product product = Product.running();

    @Test
    void ownReviewsGiveTheFiguresComputedByHand() throws IOException {
        var printed = demo(OWN.resolve("reviews.csv"), "north", "Business Class", "south");
        assertSame(printed, Files.readAllLines(OWN.resolve("expected.csv")), "Business Class");
    }

    @Test
    void itCanBeRunAgain() throws IOException {
        var once = demo(OWN.resolve("reviews.csv"), "south", "ALL", "north");
        assertThat(demo(OWN.resolve("reviews.csv"), "south", "ALL", "north")).isEqualTo(once);
    }

    @Test
    void theTableNamesTheVerdicts() {
        var run = product.runForOutput(
                "./waymark", "demo", "--ratings", OWN.resolve("reviews.csv").toString(), "--own", "north");
        assertThat(run.exitCode()).isZero();
        assertThat(run.output())
                .contains("north, ALL, compared with south, east")
                .contains("INSUFFICIENT");
    }

    @Test
    void aMisspeltAirlineIsRefusedInOneSentence() {
        var run = product.run(
                "./waymark", "demo", "--ratings", OWN.resolve("reviews.csv").toString(), "--own", "nroth");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).isEqualTo("waymark: The file has no airline nroth; it has east, north, south.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "Business Class", "First Class"})
    void everyFigureOfTheReferenceComesOutEqual(String segment) throws IOException {
        assumeTrue(Files.exists(REAL) && Files.exists(REFERENCE), "the lounge reviews are not at hand: " + REAL);
        var printed = demo(REAL, "british-airways", segment, SIX);
        assertSame(printed, Files.readAllLines(REFERENCE), segment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"emirates", "lufthansa", "cathay-pacific-airways"})
    void anyAirlineWorks(String own) throws IOException {
        assumeTrue(Files.exists(REAL), "the lounge reviews are not at hand: " + REAL);
        var run = product.runForOutput("./waymark", "demo", "--ratings", REAL.toString(), "--own", own, "--csv");
        assertThat(run.exitCode()).isZero();
        assertThat(run.output().lines()).hasSize(1 + 7 * 6);
    }

    private List<String> demo(Path file, String own, String segment, String competitors) {
        var run = product.runForOutput(
                "./waymark",
                "demo",
                "--ratings",
                file.toString(),
                "--own",
                own,
                "--segment",
                segment,
                "--competitors",
                competitors,
                "--csv");
        assertThat(run.exitCode()).as(run.output()).isZero();
        return run.output().lines().toList();
    }

    /** Every figure of a segment to five decimals, under the same header, row for row. */
    private static void assertSame(List<String> printed, List<String> expected, String segment) {
        assertThat(printed.getFirst()).isEqualTo(expected.getFirst());
        var columns = expected.getFirst().split(",");
        var wanted = rows(expected, segment);
        var got = rows(printed, segment);
        assertThat(got.keySet()).isEqualTo(wanted.keySet()).isNotEmpty();
        wanted.forEach((row, figures) -> {
            for (int i = 0; i < columns.length; i++) {
                var what = row + " " + columns[i];
                if (figures[i].matches("-?[0-9].*")) {
                    assertThat(Double.parseDouble(got.get(row)[i]))
                            .as(what)
                            .isCloseTo(Double.parseDouble(figures[i]), org.assertj.core.data.Offset.offset(5e-6));
                } else {
                    assertThat(got.get(row)[i]).as(what).isEqualTo(figures[i]);
                }
            }
        });
    }

    private static Map<String, String[]> rows(List<String> lines, String segment) {
        var rows = new HashMap<String, String[]>();
        for (var line : lines) {
            var cells = line.split(",", -1);
            if (cells[0].equals(segment)) {
                rows.put(cells[1] + " " + cells[11], cells);
            }
        }
        return rows;
    }
}
