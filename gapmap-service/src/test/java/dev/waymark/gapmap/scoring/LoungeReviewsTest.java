package dev.waymark.gapmap.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** Real reviews against figures that SciPy computed from them. */
class LoungeReviewsTest {

    private static final ScoringSettings DERIVED =
            new ScoringSettings(0.95, 5, null, ImportanceSource.DERIVED, PerformanceCrosshair.SCALE_MIDPOINT);

    @Test
    void everyFigureOfEveryRowIsReproduced() {
        List<CSVRecord> rows = LoungeReviews.read("expected/lounge_british_airways.csv");
        Map<String, ScoringResult> results = new HashMap<>();
        SoftAssertions softly = new SoftAssertions();
        for (CSVRecord row : rows) {
            ScoringResult result =
                    results.computeIfAbsent(row.get("segment"), segment -> LoungeReviews.score(segment, DERIVED));
            NeedScore need = need(result, row.get("need"));
            figures(need, competitor(need, row.get("competitor"))).forEach((column, actual) -> softly.assertThat(actual)
                    .as("%s of %s", column, row)
                    .isCloseTo(Double.parseDouble(row.get(column)), within(5e-6)));
            double p = Double.parseDouble(row.get("welch_p"));
            softly.assertThat(
                            competitor(need, row.get("competitor")).comparison().p())
                    .as("p of %s", row)
                    .isCloseTo(p, within(p * 1e-5));
        }
        softly.assertAll();
        assertThat(rows).hasSize(3 * 7 * 6);
    }

    /** NumPy 2.4: the eigenvalues of the pairwise correlations, after Johnson (2000). */
    @ParameterizedTest
    @CsvSource({
        "ALL, 0.05688999 0.0382114 0.05755874 0.05697771 0.04724495 0.04004666 0.05605079",
        "Business Class, 0.06534819 0.04185906 0.06027788 0.06482478 0.04982349 0.04289389 0.05437676",
        "First Class, 0.04226065 0.02507443 0.05252795 0.04631549 0.06485952 0.02412675 0.04574132"
    })
    void relativeWeightsAreThoseOfTheCorrelations(String segment, String expected) {
        var weights = LoungeReviews.score(segment, DERIVED).needs().stream()
                .map(need -> need.importance().relativeWeight().weight());

        assertThat(weights.map(weight -> BigDecimal.valueOf(weight)
                                .setScale(8, RoundingMode.HALF_EVEN)
                                .stripTrailingZeros()
                                .toPlainString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    /** SciPy 1.17: pearsonr, ttest_ind(equal_var=False), false_discovery_control over the 42 of a segment. */
    @ParameterizedTest
    @CsvSource({
        "ALL, comfort, 10.000000, qatar-airways, 0.0081982, GAP, 5.120017, 0.202313, HEAD_TO_HEAD",
        "ALL, cleanliness, 9.128628, qatar-airways, 1.47402e-09, GAP, 7.991325, 1.958968, FALSE_COMPETITION",
        "ALL, bar_beverages, 9.932572, qantas-airways, 0.00010256, GAP, 5.636961, 0.252709, HEAD_TO_HEAD",
        "ALL, catering, 9.948394, qatar-airways, 6.86187e-08, GAP, 10.923726, 3.386119, COMPETITIVE_DISADVANTAGE",
        "ALL, wifi_connectivity, 8.244288, qatar-airways, 0.000234405, GAP, 5.205959, -0.097384, FALSE_COMPETITION",
        "Business Class, comfort, 10.000000, qatar-airways, 0.0331517, GAP, 4.991433, 0.395346, HEAD_TO_HEAD",
        "Business Class, washrooms, 9.031165, qatar-airways, 7.31981e-05, GAP, 7.823100, 2.372829, FALSE_COMPETITION",
        "First Class, catering, 9.857171, lufthansa, 0.00393533, GAP, 13.743170, 5.587535, COMPETITIVE_DISADVANTAGE",
        "First Class, washrooms, 10.000000, lufthansa, 0.000284488, GAP, 12.066667, 3.296825, HEAD_TO_HEAD",
        "First Class, wifi_connectivity, 7.154451, qatar-airways, 0.482405, UNCLEAR, 4.112593, 0.600686, FALSE_COMPETITION",
        "First Class, staff_service, 9.721802, qatar-airways, 0.0727508, UNCLEAR, 11.553988, 5.079093, HEAD_TO_HEAD"
    })
    void verdictsFollowFromAllComparisonsOfASegment(ArgumentsAccessor expected) {
        NeedScore need = need(LoungeReviews.score(expected.getString(0), DERIVED), expected.getString(1));

        assertThat(need.importance().value()).isCloseTo(expected.getDouble(2), within(5e-6));
        assertThat(need.bestCompetitorId()).isEqualTo(LoungeReviews.id(expected.getString(3)));
        double p = expected.getDouble(4);
        assertThat(competitor(need, expected.getString(3)).comparison().pAdjusted())
                .isCloseTo(p, within(p * 1e-5));
        assertThat(need.verdict()).isEqualTo(Verdict.valueOf(expected.getString(5)));
        assertThat(need.valueGap()).isCloseTo(expected.getDouble(6), within(5e-6));
        assertThat(need.valueGapToMean()).isCloseTo(expected.getDouble(7), within(5e-6));
        assertThat(need.burnsClass()).isEqualTo(BurnsClass.valueOf(expected.getString(8)));
    }

    @ParameterizedTest
    @CsvSource({"ALL, 26, 24", "Business Class, 25, 24", "First Class, 22, 18"})
    void adjustingTakesSomeOfTheSignificantOnesBack(String segment, int raw, int adjusted) {
        List<Comparison> comparisons = LoungeReviews.score(segment, DERIVED).needs().stream()
                .flatMap(need -> need.competitors().stream())
                .map(CompetitorScore::comparison)
                .toList();

        assertThat(comparisons).filteredOn(comparison -> comparison.p() <= .05).hasSize(raw);
        assertThat(comparisons)
                .filteredOn(comparison -> comparison.pAdjusted() <= .05)
                .hasSize(adjusted);
    }

    private static Map<String, Double> figures(NeedScore need, CompetitorScore competitor) {
        Cell own = need.own();
        Comparison comparison = competitor.comparison();
        Map<String, Double> figures = new HashMap<>();
        figures.put("derived_importance_r", need.importance().derived().r());
        figures.put("own_n", (double) own.n());
        figures.put("own_mean", own.mean());
        figures.put("own_sd", own.sd());
        figures.put("own_ci_low", own.ci().low());
        figures.put("own_ci_high", own.ci().high());
        figures.put("own_top2", own.topBox().share());
        figures.put("own_wilson_low", own.topBox().low());
        figures.put("own_wilson_high", own.topBox().high());
        figures.put("comp_n", (double) competitor.n());
        figures.put("comp_mean", competitor.mean());
        figures.put("comp_sd", competitor.sd());
        figures.put("gap", comparison.gap());
        figures.put("welch_t", comparison.t());
        figures.put("welch_df", comparison.df());
        figures.put("welch_p", comparison.p());
        figures.put("diff_ci_low", comparison.ci().low());
        figures.put("diff_ci_high", comparison.ci().high());
        return figures;
    }

    private static NeedScore need(ScoringResult result, String name) {
        return result.needs().get(LoungeReviews.NEEDS.indexOf(name));
    }

    private static CompetitorScore competitor(NeedScore need, String name) {
        return need.competitors().get(LoungeReviews.COMPETITORS.indexOf(name));
    }
}
