package dev.waymark.gapmap.scoring.method;

import static dev.waymark.gapmap.scoring.MapSketch.SCALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.waymark.gapmap.scoring.ImportanceSource;
import dev.waymark.gapmap.scoring.LoungeReviews;
import dev.waymark.gapmap.scoring.PerformanceCrosshair;
import dev.waymark.gapmap.scoring.ScoringResult;
import dev.waymark.gapmap.scoring.ScoringSettings;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** British Airways' lounges against figures that NumPy 2.4 and SciPy (kendalltau) computed from the same reviews. */
class LoungeMethodsTest {

    @ParameterizedTest
    @CsvSource({
        "ALL, GAP, 5.120017 7.991325 5.636961 10.923726 8.020352 5.205959 9.128834",
        "ALL, PGCV, 16.639004 12.613415 16.083287 22.530185 16.865974 12.256994 16.850684",
        "ALL, IPA, 4.159751 2.582985 3.98069 5.610158 3.790277 1.961102 4.160762",
        "ALL, ODI, 14.688797 12.157671 14.593178 16.535443 13.950119 10.470876 14.671735",
        "ALL, CVA, 0.09081 0.769985 0.111771 1.658597 0.601845 -0.0419 0.603933",
        "Business Class, PGCV, 17.57764 13.203165 16.57351 23.664289 18.003686 12.790876 16.343205",
        "Business Class, CVA, 0.184365 0.897175 0.348677 1.93662 1.110784 0.214104 0.405894",
        "First Class, ODI, 13.367012 9.825494 14.390964 15.67588 14.8 7.77829 15.020527",
        "First Class, CVA, 1.052663 1.21113 0.115232 2.443108 1.349437 0.253487 2.109956"
    })
    void scores(String segment, Method method, String expected) {
        var scores = method.score(lounges(segment), SCALE).needs();

        var figures = Stream.of(expected.split(" ")).map(Double::valueOf).toList();
        for (var i = 0; i < figures.size(); i++) {
            assertThat(scores.get(i).score()).isEqualTo(figures.get(i), within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"ALL, 96.204959", "Business Class, 94.902382", "First Class, 91.464988"})
    void qualityAgainstTheMeanOfTheOthers(String segment, double expected) {
        assertThat(Method.CVA.score(lounges(segment), SCALE).quality().score()).isEqualTo(expected, within(1e-6));
    }

    /** In the order GAP with PGCV, IPA, ODI, CVA; PGCV with IPA, ODI, CVA; IPA with ODI, CVA; ODI with CVA. Of 21 pairs of needs. */
    @ParameterizedTest
    @CsvSource({
        "ALL, 11 9 7 15 15 13 9 19 7 5",
        "Business Class, 3 1 -1 17 19 17 7 19 5 3",
        "First Class, 13 15 15 15 19 19 11 21 13 13"
    })
    void agreement(String segment, String agreeingLessDisagreeing) {
        var agreement = RankAgreement.of(lounges(segment), SCALE);

        assertThat(agreement)
                .extracting(pair -> Math.round(pair.tauB() * 21))
                .isEqualTo(Stream.of(agreeingLessDisagreeing.split(" "))
                        .map(Long::valueOf)
                        .toList());
        assertThat(agreement)
                .allSatisfy(pair -> assertThat(pair.tauB() * 21).isCloseTo(Math.round(pair.tauB() * 21), within(1e-9)));
    }

    private static ScoringResult lounges(String segment) {
        return LoungeReviews.score(
                segment,
                new ScoringSettings(0.95, 5, null, ImportanceSource.DERIVED, PerformanceCrosshair.SCALE_MIDPOINT));
    }
}
