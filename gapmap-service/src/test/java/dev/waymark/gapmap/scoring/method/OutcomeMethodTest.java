package dev.waymark.gapmap.scoring.method;

import static dev.waymark.gapmap.scoring.MapSketch.A;
import static dev.waymark.gapmap.scoring.MapSketch.OWN;
import static dev.waymark.gapmap.scoring.MapSketch.SCALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.waymark.gapmap.scoring.ImportanceSource;
import dev.waymark.gapmap.scoring.MapSketch;
import dev.waymark.gapmap.scoring.OutcomeThresholds;
import dev.waymark.gapmap.scoring.PerformanceCrosshair;
import dev.waymark.gapmap.scoring.ScoringSettings;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What respondents conclude: the published cases. */
class OutcomeMethodTest {

    /** 360 and 370 customers: the adjusted Wald interval of B. Rocks (2016). */
    @ParameterizedTest
    @CsvSource({"42, 230, 52.2222, 44.625 … 58.956", "35, 256, 59.7297, 52.570 … 65.928"})
    void netPromoterScore(long detractors, long promoters, double score, String interval) {
        var passives = detractors == 42 ? 88L : 79L;
        var nps = score(Method.NPS, thresholds("9", "6"), Map.of(3, detractors, 7, passives, 10, promoters));

        assertThat(nps.score()).isEqualTo(score, within(5e-5));
        assertThat(String.format(
                        Locale.ROOT, "%.3f … %.3f", nps.ci().low(), nps.ci().high()))
                .isEqualTo(interval);
        assertThat(nps.promoters()).isEqualTo(new OutcomeScore.Promoters(promoters, passives, detractors));
        assertThat(nps.reached()).isNull();
    }

    /** Of 324 a half promotes and a sixth detracts: the variance is 0.5556, the standard error 0.041409. */
    @Test
    void standardErrorOfANetPromoterScore() {
        var nps = score(Method.NPS, thresholds("9", "6"), Map.of(6, 54L, 8, 108L, 9, 162L));

        assertThat(nps.score()).isEqualTo(100 / 3.0, within(1e-9));
        assertThat(nps.standardError()).isEqualTo(4.1409, within(5e-5));
    }

    @Test
    void customerSatisfaction() {
        var answers = Map.of(1, 12L, 2, 28L, 3, 45L, 4, 180L, 5, 95L);
        var csat = score(Method.CSAT, thresholds(null, null), answers);

        assertThat(csat.mean()).isEqualTo(3.883333, within(5e-7));
        assertThat(csat.score()).isEqualTo(76.3889, within(5e-5));
        assertThat(csat.reached().share()).isEqualTo(0.763889, within(5e-7));
        assertThat(csat.ci().low()).isEqualTo(100 * csat.reached().low());
        assertThat(csat.promoters()).isNull();
    }

    /** 2 3 3 4 and 5: mean 3.4, variance 5.2/4 = 1.3, standard error √0.26, t(0.975; 4) = 2.776445; one of five is at 5. */
    @Test
    void customerEffort() {
        var ces = score(
                Method.CES,
                new OutcomeThresholds(null, null, BigDecimal.TEN, BigDecimal.valueOf(5)),
                Map.of(2, 1L, 3, 2L, 4, 1L, 5, 1L));

        assertThat(ces.score()).isEqualTo(3.4);
        assertThat(ces.standardError()).isEqualTo(Math.sqrt(0.26), within(1e-12));
        assertThat(ces.ci().high()).isEqualTo(3.4 + 2.776445 * Math.sqrt(0.26), within(1e-6));
        assertThat(ces.reached().share()).isEqualTo(0.2);
    }

    @Test
    void whereNobodyCanBeAPromoterThereIsNoScore() {
        assertThat(score(Method.NPS, thresholds(null, null), Map.of(1, 5L)).score())
                .isNull();
    }

    @Test
    void withoutOutcomesNothingIsSaid() {
        for (var method : new Method[] {Method.NPS, Method.CSAT, Method.CES}) {
            var with = MapSketch.against(A).with(settings(thresholds("9", "6")));
            assertThat(method.score(with.score(), SCALE).outcomes())
                    .extracting(OutcomeScore::providerId, OutcomeScore::n, OutcomeScore::score)
                    .containsExactly(tuple(OWN, 0L, null), tuple(A, 0L, null));
            var without = MapSketch.against().concluded(OWN, Map.of(BigDecimal.TEN, 3L));
            assertThat(method.score(without.score(), SCALE)
                            .outcomes()
                            .getFirst()
                            .score())
                    .isNull();
        }
    }

    private static OutcomeThresholds thresholds(String promoter, String detractor) {
        return new OutcomeThresholds(
                promoter == null ? null : new BigDecimal(promoter),
                detractor == null ? null : new BigDecimal(detractor),
                BigDecimal.valueOf(4),
                BigDecimal.valueOf(3));
    }

    private static ScoringSettings settings(OutcomeThresholds thresholds) {
        return new ScoringSettings(
                0.95, 5, null, ImportanceSource.STATED, PerformanceCrosshair.MEDIAN, null, 10, thresholds, Map.of());
    }

    private static OutcomeScore score(Method method, OutcomeThresholds thresholds, Map<Integer, Long> answers) {
        var map = MapSketch.against()
                .with(settings(thresholds))
                .concluded(
                        OWN,
                        answers.entrySet().stream()
                                .collect(Collectors.toMap(
                                        answer -> BigDecimal.valueOf(answer.getKey()), Map.Entry::getValue)));
        return method.score(map.score(), SCALE).outcomes().getFirst();
    }
}
