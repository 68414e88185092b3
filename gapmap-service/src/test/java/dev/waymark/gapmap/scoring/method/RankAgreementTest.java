package dev.waymark.gapmap.scoring.method;

import static dev.waymark.gapmap.scoring.MapSketch.OWN;
import static dev.waymark.gapmap.scoring.MapSketch.SCALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.waymark.gapmap.scoring.MapSketch;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankAgreementTest {

    @Test
    void methodsThatSayNothingAreNotCompared() {
        assertThat(RankAgreement.of(MapSketch.against().need(1, 8.0).score(), SCALE))
                .isEmpty();
    }

    /**
     * Four needs of importances 8, 6, 6, 4, the own means 2, 4, 3, 1. PGCV 8·3 = 24, 6·1 = 6, 6·2 = 12, 4·4 = 16. IPA, with means as 2.5,
     * 7.5, 5, 0 of 10: 5.5, −1.5, 1, 4. ODI 16, 6, 12, 8. PGCV and IPA put them in the same order: τ = 1. With ODI, of six pairs one is
     * the other way round (third and fourth): τ = (5 − 1) / 6.
     */
    @Test
    void sameOrderIsOneAndEachPairTheOtherWayRoundTakesAThird() {
        var map = MapSketch.against()
                .need(1, 8.0)
                .rated(1, OWN, 0, 8, 0, 0, 0)
                .need(2, 6.0)
                .rated(2, OWN, 0, 0, 0, 8, 0)
                .need(3, 6.0)
                .rated(3, OWN, 0, 0, 8, 0, 0)
                .need(4, 4.0)
                .rated(4, OWN, 8, 0, 0, 0, 0);

        var pairs = RankAgreement.of(map.score(), SCALE);

        assertThat(tau(pairs, Method.PGCV, Method.IPA)).isEqualTo(1);
        assertThat(tau(pairs, Method.PGCV, Method.ODI)).isEqualTo(4 / 6.0, within(1e-12));
        assertThat(tau(pairs, Method.IPA, Method.ODI)).isEqualTo(4 / 6.0, within(1e-12));
        assertThat(pairs)
                .hasSize(3)
                .allMatch(pair -> pair.one().compareTo(pair.other()) < 0); // GAP knows no competitor
    }

    /** τ-b counts ties: PGCV 24, 12, 12, ODI 16, 12, 12: of three pairs two agree and one is a tie of both: 2 / √(2 · 2) = 1. */
    @Test
    void tiesOfBothAreNoDisagreement() {
        var map = MapSketch.against();
        for (var i = 1; i <= 3; i++) {
            map.need(i, i == 1 ? 8.0 : 6.0).rated(i, OWN, 0, i == 1 ? 8 : 0, i == 1 ? 0 : 8, 0, 0);
        }

        assertThat(tau(RankAgreement.of(map.score(), SCALE), Method.PGCV, Method.ODI))
                .isEqualTo(1);
    }

    private static Double tau(List<RankAgreement> pairs, Method one, Method other) {
        return pairs.stream()
                .filter(pair -> pair.one() == one && pair.other() == other)
                .findFirst()
                .orElseThrow()
                .tauB();
    }
}
