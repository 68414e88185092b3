package dev.waymark.gapmap.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {

    /** The example of Benjamini and Hochberg (1995), section 4. */
    private static final List<Double> PUBLISHED = List.of(
            .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1.0);

    @Test
    void rejectsFourOfThePublishedFifteen() {
        assertThat(Arrays.stream(BenjaminiHochberg.adjust(PUBLISHED)).filter(p -> p <= .05))
                .hasSize(4);
    }

    /** The expected values are those of scipy.stats.false_discovery_control 1.17. */
    @Test
    void agreesWithSciPyOnThePublishedFifteen() {
        double[] expected = {
            .0015,
            .003,
            .0095,
            .035625,
            .0603,
            .06385714285714286,
            .06385714285714286,
            .0645,
            .0765,
            .486,
            .5811818181818181,
            .714875,
            .7532307692307693,
            .8132142857142857,
            1
        };

        assertThat(BenjaminiHochberg.adjust(PUBLISHED)).containsExactly(expected, within(1e-14));
    }

    @Test
    void nothingToAdjustGivesNothing() {
        assertThat(BenjaminiHochberg.adjust(List.of())).isEmpty();
        assertThat(BenjaminiHochberg.adjust(List.of(.3))).containsExactly(.3);
    }

    @Property
    void keepsTheOrderAndStaysBetweenRawAndOne(@ForAll @Size(max = 60) List<@DoubleRange(min = 0, max = 1) Double> p) {
        double[] adjusted = BenjaminiHochberg.adjust(p);

        for (int i = 0; i < p.size(); i++) {
            assertThat(adjusted[i]).isBetween(p.get(i), 1.0);
            for (int j = 0; j < p.size(); j++) {
                if (p.get(i) <= p.get(j)) {
                    assertThat(adjusted[i]).isLessThanOrEqualTo(adjusted[j]);
                }
            }
        }
    }

    @Property
    void shufflingTheInputShufflesTheOutput(
            @ForAll @Size(max = 60) List<@DoubleRange(min = 0, max = 1) Double> p, @ForAll long seed) {
        List<Integer> order = IntStream.range(0, p.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(seed));

        double[] straight = BenjaminiHochberg.adjust(p);
        double[] shuffled = BenjaminiHochberg.adjust(order.stream().map(p::get).toList());

        assertThat(shuffled)
                .containsExactly(order.stream().mapToDouble(i -> straight[i]).toArray());
    }

    /** The procedure as the paper words it: the largest k with p(k) ≤ k·α/m; all up to it are rejected. */
    @Property
    void rejectsWhatTheStepUpProcedureRejects(@ForAll @Size(max = 40) List<@DoubleRange(min = 0, max = 0.2) Double> p) {
        List<Double> sorted = p.stream().sorted().toList();
        int k = IntStream.rangeClosed(1, p.size())
                .filter(i -> sorted.get(i - 1) * ((double) p.size() / i) <= .05)
                .max()
                .orElse(0);

        assertThat(Arrays.stream(BenjaminiHochberg.adjust(p)).filter(a -> a <= .05))
                .hasSize(k);
    }
}
