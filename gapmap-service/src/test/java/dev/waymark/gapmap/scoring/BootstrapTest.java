package dev.waymark.gapmap.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.waymark.gapmap.scoring.Bootstrap.Contender;
import dev.waymark.gapmap.scoring.Bootstrap.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final ScoringSettings SETTINGS = ScoringSettings.defaults();

    /** Where all say the same, so do all samples. */
    @Test
    void whatDoesNotVaryIsSure() {
        var standings = standings(Arrays.asList(1.0, 2.0, 2.0, null), rows("0 0 0 0", 6), rows("1 1 1 1", 6));

        assertThat(standings)
                .containsExactly(new Standing(0, 3, 3), new Standing(1, 1, 1), new Standing(1, 1, 1), null);
    }

    /**
     * Who is drawn is drawn with all they said: the second need is one point behind the first for everybody, so however the means fall, it
     * is never ahead. Drawn need by need, it would be in every tenth sample.
     */
    @Test
    void responsesAreDrawnAndNotRatings() {
        var own = rows("0 1; 1 2; 2 3; 3 4", 2);
        var standings = standings(List.of(5.0, 5.0), own, rows("4 4; 4 4", 1));

        assertThat(standings).containsExactly(new Standing(1, 1, 1), new Standing(0, 2, 2));
    }

    /**
     * Own ratings of two needs by different people, ten each: 0 and 4 half and half against 1 and 5 less often. Share by NumPy in a million
     * samples: see {@link #SHARE}.
     */
    @Test
    void theShareIsThatOfManySamples() {
        var own = new RatingTable(2);
        for (int i = 0; i < 10; i++) {
            own.add(new Integer[] {i < 5 ? 0 : 4, null});
            own.add(new Integer[] {null, i < 6 ? 1 : 4});
        }
        var standings = standings(List.of(5.0, 5.0), own, rows("4 4", 5));

        // Two standard errors of a share of 1,000.
        assertThat(standings.get(0).first()).isCloseTo(SHARE, within(0.032));
        assertThat(standings.get(0).low()).isEqualTo(1);
        assertThat(standings.get(0).high()).isEqualTo(2);
        assertThat(standings).isEqualTo(standings(List.of(5.0, 5.0), own, rows("4 4", 5)));
    }

    /** By numpy.random.default_rng(1), a million samples of the twenty responses, ties counting for both. */
    private static final double SHARE = 0.612;

    @Test
    void onlyWhoHasEnoughRatingsIsTheBest() {
        var best = new Contender(rows("4 4", 5), Set.of(1));
        var other = new Contender(rows("2 2", 5), Set.of(0, 1));
        var standings = new Bootstrap(List.of(5.0, 5.0), rows("1 1", 5), List.of(best, other)).standings(SETTINGS);

        assertThat(standings).containsExactly(new Standing(0, 2, 2), new Standing(1, 1, 1));
    }

    @Test
    void nobodyRatedIsNobodyRanked() {
        var standings = new Bootstrap(
                        List.of(5.0, 5.0), rows("1 1", 5), List.of(new Contender(rows("2 2", 5), Set.of(0))))
                .standings(SETTINGS);

        assertThat(standings).containsExactly(new Standing(1, 1, 1), null);
    }

    @Test
    void itStopsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> standings(List.of(1.0), rows("1", 5), rows("2", 5)))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static List<Standing> standings(List<Double> importances, RatingTable own, RatingTable rival) {
        var all = Set.copyOf(IntStream.range(0, importances.size()).boxed().toList());
        return new Bootstrap(importances, own, List.of(new Contender(rival, all))).standings(SETTINGS);
    }

    /** Responses parted by semicolons, each so many times. */
    private static RatingTable rows(String responses, int times) {
        var parts = responses.split("; ");
        var table = new RatingTable(parts[0].split(" ").length);
        for (int i = 0; i < times; i++) {
            for (var response : parts) {
                table.add(
                        Arrays.stream(response.split(" ")).map(Integer::valueOf).toArray(Integer[]::new));
            }
        }
        return table;
    }
}
