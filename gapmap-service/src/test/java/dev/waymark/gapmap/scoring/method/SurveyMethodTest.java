package dev.waymark.gapmap.scoring.method;

import static dev.waymark.gapmap.scoring.MapSketch.OWN;
import static dev.waymark.gapmap.scoring.MapSketch.SCALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.waymark.gapmap.scoring.Frequencies;
import dev.waymark.gapmap.scoring.ImportanceSource;
import dev.waymark.gapmap.scoring.KanoCounts;
import dev.waymark.gapmap.scoring.MapSketch;
import dev.waymark.gapmap.scoring.PerformanceCrosshair;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringSettings;
import dev.waymark.gapmap.scoring.SurveyAnswers;
import dev.waymark.gapmap.scoring.method.Kano.Category;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from questions beside ratings: the published cases, and what they say of the interval. */
class SurveyMethodTest {

    private static final Offset<Double> SIX_DECIMALS = within(5e-7);
    private static final Offset<Double> THREE_DECIMALS = within(5e-4);

    /** E. Sauerwein et al., "The Kano model: how to delight your customers" (1996): shares of A, O, M and I in percent. */
    @ParameterizedTest
    @CsvSource({
        "70 323 493 95, MUST_BE, 0.401, -0.832",
        "104 451 305 115, ONE_DIMENSIONAL, 0.569, -0.775",
        "638 216 29 85, ATTRACTIVE, 0.882, -0.253"
    })
    void kanoOfSkis(String counts, Category category, double better, double worse) {
        var n = Arrays.stream(counts.split(" ")).mapToLong(Long::parseLong).toArray();

        var kano = Kano.of(new KanoCounts(n[0], n[1], n[2], n[3], 7, 3), 0.95);

        assertThat(kano.category()).isEqualTo(category);
        assertThat(kano.better()).isEqualTo(better, THREE_DECIMALS);
        assertThat(kano.worse()).isEqualTo(worse, THREE_DECIMALS);
    }

    /** Each pair of answers once: their numbers are those of the cells of the table. */
    @Test
    void kanoTable() {
        var each = new long[KanoCounts.ANSWERS * KanoCounts.ANSWERS];
        Arrays.fill(each, 1);
        assertThat(KanoCounts.of(each)).isEqualTo(new KanoCounts(3, 1, 3, 9, 7, 2));
        var likes = new long[KanoCounts.ANSWERS * KanoCounts.ANSWERS];
        likes[4] = 5; // like, dislike
        likes[9] = 7; // must be, dislike
        likes[5] = 11; // must be, like
        assertThat(KanoCounts.of(likes)).isEqualTo(new KanoCounts(0, 5, 7, 0, 11, 0));
    }

    @Test
    void kanoOrdersByWhatIsMissed() {
        var map = MapSketch.against()
                .need(1, null)
                .asked(kano(10, 5, 2, 3)) // missed by 7 of 20
                .need(2, null)
                .asked(kano(1, 4, 11, 4)) // missed by 15 of 20
                .need(3, null)
                .asked(new SurveyAnswers(null, null, new KanoCounts(0, 0, 0, 0, 4, 2)))
                .need(4, null);

        var needs = Method.KANO.score(map.score(), SCALE).needs();

        assertThat(needs).extracting(MethodScore::score).containsExactly(0.35, 0.75, null, null);
        assertThat(needs).extracting(MethodScore::rank).containsExactly(2, 1, null, null);
        // Newcombe's method 3 of 7/20: 0.18119 to 0.56714.
        assertThat(needs.getFirst().ci().low()).isEqualTo(0.1811918, within(1e-6));
        assertThat(needs.getFirst().ci().high()).isEqualTo(0.5671457, within(1e-6));
        assertThat(needs.getFirst().kano().worseCi().low())
                .isEqualTo(-needs.getFirst().ci().high());
        assertThat(Kano.of(new KanoCounts(5, 5, 5, 5, 0, 0), 0.95).category()).isEqualTo(Category.MUST_BE);
    }

    /** SERVQUAL's own example at 12manage.com: gaps of five dimensions, and their mean. */
    @Test
    void servqualOfFiveDimensions() {
        var gaps = new int[] {65, 110, 83, 70, 101};
        var scale = Scale.of("0", "2", "0.02");
        var map = MapSketch.against().on(scale);
        for (var i = 0; i < gaps.length; i++) {
            map.need(i, null)
                    .asked(new SurveyAnswers(null, always(scale, 100), null))
                    .rated(i, OWN, counts(101, (200 - gaps[i]) / 2, (200 - gaps[i] + 1) / 2));
        }

        var whole = Method.SERVQUAL.score(map.score(), scale).serviceQuality();

        assertThat(whole.dimensions())
                .extracting(d -> Math.round(1000 * d.gap()))
                .containsExactly(-650L, -1100L, -830L, -700L, -1010L);
        assertThat(whole.score()).isEqualTo(-0.858, SIX_DECIMALS);
        assertThat(whole.weightedScore()).isEqualTo(-0.858, SIX_DECIMALS);
    }

    @Test
    void servqualWeighsDimensions() {
        var map = MapSketch.against()
                .with(settings(Map.of("Care", 1.0, "Speed", 3.0)))
                .in("Speed", 1)
                .asked(expected(0, 0, 0, 4, 4)) // 4.5
                .rated(1, OWN, 0, 0, 2, 2, 0) // 3.5
                .in("Speed", 2)
                .asked(expected(0, 0, 0, 4, 4))
                .rated(2, OWN, 0, 2, 2, 0, 0) // 2.5
                .in("Care", 3)
                .asked(expected(0, 0, 4, 0, 0)) // 3
                .rated(3, OWN, 0, 0, 0, 4, 0) // 4
                .in("Care", 4)
                .rated(4, OWN, 0, 0, 0, 4, 0);

        var result = Method.SERVQUAL.score(map.score(), SCALE);

        assertThat(result.needs()).extracting(MethodScore::score).containsExactly(1.0, 2.0, -1.0, null);
        assertThat(result.needs()).extracting(MethodScore::rank).containsExactly(2, 1, 3, null);
        assertThat(result.serviceQuality().dimensions())
                .containsExactly(
                        new ServiceQuality.Dimension("Care", 1, 1, 1.0),
                        new ServiceQuality.Dimension("Speed", 3, 2, -1.5));
        assertThat(result.serviceQuality().score()).isEqualTo(-0.25);
        assertThat(result.serviceQuality().weightedScore()).isEqualTo((1 - 4.5) / 4);
        // scipy.stats.ttest_ind([4]*4 + [5]*4, [3, 3, 4, 4], equal_var=False).confidence_interval()
        assertThat(result.needs().getFirst().ci().low()).isEqualTo(0.1439017449, SIX_DECIMALS);
        assertThat(result.needs().getFirst().ci().high()).isEqualTo(1.8560982551, SIX_DECIMALS);
    }

    /** On 1 to 7: five sixes and three sevens are 6.375, so 10 · 5.375 / 6. */
    @Test
    void surveyedImportance() {
        var seven = Scale.of("1", "7", "1");
        var map = MapSketch.against()
                .with(surveyed())
                .need(1, 2.0)
                .asked(new SurveyAnswers(Frequencies.of(seven, 0, 0, 0, 0, 0, 5, 3), null, null))
                .rated(1, OWN, 0, 0, 5, 5, 0)
                .need(2, 9.0);

        var result = map.score();

        var importance = result.needs().getFirst().importance();
        assertThat(importance.value()).isEqualTo(10 * 5.375 / 6, SIX_DECIMALS);
        assertThat(importance.stated()).isEqualTo(2.0);
        assertThat(importance.surveyed().n()).isEqualTo(8);
        assertThat(importance.surveyed().topBox().share()).isEqualTo(1);
        // Student: 6.375 ± 2.3646243 · √((5·0.375² + 3·0.625²)/7) / √8 = 6.375 ± 0.4326819
        assertThat(importance.surveyed().ci().high()).isEqualTo(10 * (5.375 + 0.4326819337) / 6, SIX_DECIMALS);
        assertThat(result.needs().getLast().importance().value()).isNull();
        assertThat(result.warnings()).isEmpty();
    }

    /** Ulwick's importance is the share of the top two points, where respondents were asked; one half said 4 or 5 here. */
    @Test
    void opportunitiesByWhatRespondentsSay() {
        var map = MapSketch.against()
                .need(1, 1.0)
                .asked(new SurveyAnswers(Frequencies.of(SCALE, 3, 2, 0, 2, 3), null, null))
                .rated(1, OWN, 0, 0, 8, 2, 0)
                .need(2, 6.0)
                .asked(new SurveyAnswers(Frequencies.of(SCALE, 0, 0, 0, 0, 4), null, null)) // too few
                .rated(2, OWN, 0, 0, 8, 2, 0);

        var needs = Method.ODI.score(map.score(), SCALE).needs();

        assertThat(needs.getFirst().score()).isEqualTo(5 + (5 - 2));
        assertThat(needs.getFirst().topTwoImportance()).isTrue();
        assertThat(needs.getLast().score()).isEqualTo(6 + (6 - 2));
        assertThat(needs.getLast().topTwoImportance()).isFalse();
    }

    private static SurveyAnswers kano(long a, long o, long m, long i) {
        return new SurveyAnswers(null, null, new KanoCounts(a, o, m, i, 0, 0));
    }

    private static SurveyAnswers expected(long... counts) {
        return new SurveyAnswers(null, Frequencies.of(SCALE, counts), null);
    }

    private static Frequencies always(Scale scale, int index) {
        var counts = new long[scale.size()];
        counts[index] = 2;
        return Frequencies.of(scale, counts);
    }

    private static long[] counts(int points, int... indexes) {
        var counts = new long[points];
        for (var index : indexes) {
            counts[index]++;
        }
        return counts;
    }

    private static ScoringSettings settings(Map<String, Double> weights) {
        return new ScoringSettings(
                0.95, 5, null, ImportanceSource.STATED, PerformanceCrosshair.SCALE_MIDPOINT, null, 10, null, weights);
    }

    private static ScoringSettings surveyed() {
        return new ScoringSettings(
                0.95,
                5,
                null,
                ImportanceSource.SURVEYED,
                PerformanceCrosshair.SCALE_MIDPOINT,
                null,
                10,
                null,
                Map.of());
    }
}
