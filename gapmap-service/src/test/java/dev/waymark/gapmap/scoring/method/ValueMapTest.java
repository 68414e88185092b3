package dev.waymark.gapmap.scoring.method;

import static dev.waymark.gapmap.scoring.MapSketch.A;
import static dev.waymark.gapmap.scoring.MapSketch.B;
import static dev.waymark.gapmap.scoring.MapSketch.OWN;
import static dev.waymark.gapmap.scoring.MapSketch.SCALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.waymark.gapmap.scoring.MapSketch;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.method.ValueMap.Position;
import dev.waymark.gapmap.scoring.method.ValueMap.Prices;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueMapTest {

    /** Gale's toasters: K. Yang, "Design for Six Sigma for Service", McGraw-Hill (2005), chapter 5, which prints them so. */
    @Test
    void relativePricesOfToasters() {
        var prices = new int[] {70, 28, 77, 25, 40, 35, 15, 32, 45, 16, 35, 21, 25, 11, 13};
        var printed = new double[] {215, 86.1, 237, 77, 123, 108, 46, 98, 138, 49, 108, 65, 77, 34, 40};
        var byProvider = new HashMap<UUID, BigDecimal>();
        IntStream.range(0, prices.length).forEach(i -> byProvider.put(MapSketch.id(i), BigDecimal.valueOf(prices[i])));
        var toasters = new Prices("USD", byProvider);

        for (var i = 0; i < prices.length; i++) {
            assertThat(toasters.relative(MapSketch.id(i))).isCloseTo(printed[i], within(0.5));
        }
        assertThat(toasters.relative(MapSketch.id(1))).isCloseTo(100 * 28 / 32.533333333, within(1e-6));
        assertThat(toasters.relative(MapSketch.id(99))).isNull();
        assertThat(new Prices("USD", Map.of(A, BigDecimal.ZERO)).relative(A)).isNull();
    }

    /** Own 4 and 2, A 2 and 4, B 3 and (too few) 5, importance 6 and 2. */
    @Test
    void qualityAndPriceOfEachAgainstTheOthers() {
        var figures = MapSketch.against(A, B)
                .need(1, 6.0)
                .rated(1, OWN, 0, 0, 0, 5, 0)
                .rated(1, A, 0, 5, 0, 0, 0)
                .rated(1, B, 0, 0, 5, 0, 0)
                .need(2, 2.0)
                .rated(2, OWN, 0, 5, 0, 0, 0)
                .rated(2, A, 0, 0, 0, 5, 0)
                .rated(2, B, 0, 0, 0, 0, 1)
                .need(3, null)
                .rated(3, OWN, 5, 0, 0, 0, 0)
                .rated(3, A, 0, 0, 0, 0, 5)
                .score();
        var prices = new Prices("EUR", Map.of(OWN, new BigDecimal("30"), A, new BigDecimal("10")));

        var map = ValueMap.of(figures, SCALE, prices, 0.4);

        var own = 100 * (6 * 4 / 2.5 + 2 * 2 / 4.0) / 8;
        assertThat(Method.CVA.score(figures, SCALE).quality().score()).isEqualTo(own);
        assertThat(map.providers()).extracting(Position::providerId).containsExactly(OWN, A, B);
        var qualities =
                new double[] {own, 100 * (6 * 2 / 3.5 + 2 * 4 / 2.0) / 8, 100 * (6 * 3 / 3.0 + 2 * 5 / 3.0) / 8};
        for (var i = 0; i < qualities.length; i++) {
            assertThat(map.providers().get(i).quality()).isCloseTo(qualities[i], within(1e-9));
        }
        assertThat(map.providers()).extracting(Position::relativePrice).containsExactly(150.0, 50.0, null);
        assertThat(map.providers()).extracting(Position::priceRatio).containsExactly(300.0, 100 / 3.0, null);
        var fair = 100 + 1.5 * (own - 100);
        assertThat(map.providers().getFirst().fairPrice()).isCloseTo(fair, within(1e-9));
        assertThat(map.providers().getFirst().advantage()).isCloseTo(fair - 300, within(1e-9));
    }

    /** A fifth better and a fifth dearer is on the line, and so is who is compared with that. */
    @Test
    void whoIsAsMuchDearerAsBetterIsOnTheLine() {
        var hundred = Scale.of("1", "101", "1");
        var dear = new long[101];
        dear[59] = 5; // 60
        var cheap = new long[101];
        cheap[49] = 5; // 50
        var figures = MapSketch.against(A)
                .on(hundred)
                .need(1, 6.0)
                .rated(1, OWN, dear)
                .rated(1, A, cheap)
                .score();

        var map = ValueMap.of(
                figures, hundred, new Prices("EUR", Map.of(OWN, new BigDecimal("120"), A, new BigDecimal("100"))), 0.5);

        assertThat(map.providers())
                .allSatisfy(position -> assertThat(position.advantage()).isCloseTo(0, within(1e-9)));
        assertThat(new Prices("EUR", Map.of(OWN, BigDecimal.TEN)).againstOthers(OWN))
                .isNull();
    }

    @Test
    void belowNoughtThereAreNoRatios() {
        var scale = Scale.of("-2", "2", "1");
        var figures = MapSketch.against(A)
                .on(scale)
                .need(1, 6.0)
                .rated(1, OWN, 0, 0, 0, 5, 0)
                .rated(1, A, 0, 0, 0, 5, 0)
                .score();

        var map = ValueMap.of(figures, scale, new Prices(null, Map.of()), 0.5);

        assertThat(map.providers()).extracting(Position::quality).containsOnlyNulls();
    }
}
