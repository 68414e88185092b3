package dev.waymark.gapmap.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whichever airline is the own one: the figures are those that another library computes from the reviews one by one. (Scores come from
 * counts and sums, and from Commons Statistics.)
 */
class LoungeAirlinesTest {

    private static final ScoringSettings DERIVED =
            new ScoringSettings(0.95, 5, null, ImportanceSource.DERIVED, PerformanceCrosshair.SCALE_MIDPOINT);
    private static final int MOST_REVIEWED = 12;

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "Business Class", "First Class", "Frequent Flyer"})
    void everyAirlineComesOutRight(String segment) {
        var reviews = LoungeReviews.of(segment).toList();
        var airlines = airlines(reviews);
        for (var own : airlines.subList(0, MOST_REVIEWED)) {
            var competitors =
                    airlines.stream().filter(airline -> !airline.equals(own)).toList();
            var result = LoungeReviews.score(segment, DERIVED, own, competitors);
            for (var i = 0; i < LoungeReviews.NEEDS.size(); i++) {
                var need = LoungeReviews.NEEDS.get(i);
                same(result.needs().get(i), ratings(reviews, need), own, competitors);
                sameCorrelation(result.needs().get(i), reviews, need);
            }
        }
    }

    private static void same(NeedScore score, Map<String, double[]> ratings, String own, List<String> competitors) {
        var ours = ratings.getOrDefault(own, new double[0]);
        assertThat(score.own().n()).isEqualTo(ours.length);
        for (var j = 0; j < competitors.size(); j++) {
            var theirs = ratings.getOrDefault(competitors.get(j), new double[0]);
            var competitor = score.competitors().get(j);
            assertThat(competitor.n()).isEqualTo(theirs.length);
            if (theirs.length > 0) {
                assertThat(competitor.mean()).isCloseTo(new DescriptiveStatistics(theirs).getMean(), within(1e-9));
            }
            if (competitor.comparison().t() != null) {
                var p = new TTest().tTest(ours, theirs);
                assertThat(competitor.comparison().t()).isCloseTo(new TTest().t(ours, theirs), within(1e-9));
                assertThat(competitor.comparison().p()).isCloseTo(p, within(1e-6 * p + 1e-12));
            }
            assertThat(competitor.comparison().pAdjusted() != null)
                    .isEqualTo(competitor.comparison().p() != null && ours.length >= 5 && theirs.length >= 5);
        }
        var enough = competitors.stream().anyMatch(c -> ratings.getOrDefault(c, new double[0]).length >= 5);
        assertThat(score.verdict() == Verdict.INSUFFICIENT).isEqualTo(ours.length < 5 || !enough);
    }

    /** Over all airlines of the segment, compared or not. */
    private static void sameCorrelation(NeedScore score, List<CSVRecord> reviews, String need) {
        var rated = reviews.stream().filter(row -> isRated(row, need)).toList();
        var x = rated.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(need)))
                .toArray();
        var y = rated.stream()
                .mapToDouble(row -> Double.parseDouble(row.get("recommended")))
                .toArray();
        assertThat(score.importance().derived().n()).isEqualTo(rated.size());
        assertThat(score.importance().derived().r())
                .isCloseTo(new PearsonsCorrelation().correlation(x, y), within(1e-9));
    }

    private static Map<String, double[]> ratings(List<CSVRecord> reviews, String need) {
        return reviews.stream()
                .filter(row -> isRated(row, need))
                .collect(Collectors.groupingBy(
                        row -> row.get("airline"),
                        Collectors.collectingAndThen(Collectors.toList(), rows -> rows.stream()
                                .mapToDouble(row -> Double.parseDouble(row.get(need)))
                                .toArray())));
    }

    private static boolean isRated(CSVRecord row, String need) {
        return !row.get(need).isEmpty() && new BigDecimal(row.get(need)).signum() > 0;
    }

    /** Those with the most reviews first. */
    private static List<String> airlines(List<CSVRecord> reviews) {
        var counts = reviews.stream()
                .map(row -> row.get("airline"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
