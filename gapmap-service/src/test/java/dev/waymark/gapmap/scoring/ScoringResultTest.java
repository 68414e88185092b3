package dev.waymark.gapmap.scoring;

import static dev.waymark.gapmap.scoring.MapSketch.A;
import static dev.waymark.gapmap.scoring.MapSketch.OWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The answer as its readers see it: JSON. */
class ScoringResultTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theNamesAreThoseOfTheInterface() throws JsonProcessingException {
        ScoringResult result = MapSketch.against(A)
                .need(1, 8.0)
                .rated(1, OWN, 0, 0, 0, 0, 5)
                .rated(1, A, 0, 0, 5, 0, 0)
                .need(2, null)
                .score();

        JsonNode actual = json.readTree(json.writeValueAsString(result));
        assertThat(json.readTree(EXPECTED).equals(ScoringResultTest::compare, actual))
                .as(actual.toPrettyString())
                .isTrue();
    }

    @Property(tries = 200)
    void noFigureIsEverNotANumber(
            @ForAll @Size(5) List<@LongRange(max = 3) Long> own,
            @ForAll @Size(5) List<@LongRange(max = 3) Long> competitor,
            @ForAll @IntRange(min = 1, max = 6) int minResponses)
            throws JsonProcessingException {
        ScoringSettings settings =
                new ScoringSettings(0.95, minResponses, null, ImportanceSource.STATED, PerformanceCrosshair.GRAND_MEAN);

        ScoringResult result = MapSketch.against(A)
                .with(settings)
                .need(1, 8.0)
                .rated(1, OWN, array(own))
                .rated(1, A, array(competitor))
                .score();

        assertThat(json.writeValueAsString(result)).doesNotContain("NaN", "Infinity");
        NeedScore need = result.needs().getFirst();
        assertThat(need.verdict() == Verdict.INSUFFICIENT).isEqualTo(need.burnsClass() == null);
    }

    /** Numbers are equal to nine decimals: the last bits of a quantile are the machine's. */
    private static int compare(JsonNode one, JsonNode other) {
        boolean equal = one.isNumber() && other.isNumber()
                ? Math.abs(one.doubleValue() - other.doubleValue()) < 1e-9
                : one.equals(other);
        return equal ? 0 : 1;
    }

    private static long[] array(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).toArray();
    }

    private static final String EXPECTED = """
            {
              "settings": {
                "confidence": 0.95, "minResponses": 5, "parityMargin": 0.4,
                "importanceSource": "STATED", "crosshair": "SCALE_MIDPOINT",
                "opportunityThreshold": 10.0
              },
              "crosshair": {"importance": 8.0, "performance": 3.0},
              "needs": [
                {
                  "needId": "00000000-0000-0000-0000-000000000001",
                  "importance": {
                    "value": 8.0, "source": "STATED", "stated": 8.0,
                    "surveyed": {"n": 0, "value": null, "ci": null, "topBox": null}, "derived": {"r": null, "n": 0, "value": null},
                    "relativeWeight": {"weight": null, "n": 0, "complete": false, "value": null}
                  },
                  "own": {
                    "n": 5, "mean": 5.0, "sd": 0.0, "standardError": 0.0, "ci": {"low": 5.0, "high": 5.0},
                    "topBox": {"share": 1.0, "low": 0.565517535, "high": 1.0}
                  },
                  "expected": {"n": 0, "mean": null, "sd": null, "standardError": null, "ci": null, "topBox": null},
                  "competitors": [
                    {
                      "providerId": "00000000-0000-0000-0000-000000000385",
                      "n": 5, "mean": 3.0, "sd": 0.0, "standardError": 0.0, "ci": {"low": 3.0, "high": 3.0},
                      "topBox": {"share": 0.0, "low": 0.0, "high": 0.434482465},
                      "comparison": {"gap": 2.0, "t": null, "df": null, "p": null, "pAdjusted": null, "ci": null},
                      "valueGap": -16.0
                    }
                  ],
                  "bestCompetitorId": "00000000-0000-0000-0000-000000000385",
                  "verdict": "UNCLEAR",
                  "burnsClass": "HEAD_TO_HEAD",
                  "valueGap": -16.0,
                  "valueGapToMean": -16.0,
                  "warnings": [
                    {
                      "code": "COMPARISON_UNDEFINED",
                      "message": "The difference to the best competitor cannot be tested: a side has a single rating, or all ratings of each side are the same."
                    }
                  ]
                },
                {
                  "needId": "00000000-0000-0000-0000-000000000002",
                  "importance": {
                    "value": null, "source": "STATED", "stated": null,
                    "surveyed": {"n": 0, "value": null, "ci": null, "topBox": null}, "derived": {"r": null, "n": 0, "value": null},
                    "relativeWeight": {"weight": null, "n": 0, "complete": false, "value": null}
                  },
                  "own": {"n": 0, "mean": null, "sd": null, "standardError": null, "ci": null, "topBox": null},
                  "expected": {"n": 0, "mean": null, "sd": null, "standardError": null, "ci": null, "topBox": null},
                  "competitors": [
                    {
                      "providerId": "00000000-0000-0000-0000-000000000385",
                      "n": 0, "mean": null, "sd": null, "standardError": null, "ci": null, "topBox": null,
                      "comparison": {"gap": null, "t": null, "df": null, "p": null, "pAdjusted": null, "ci": null},
                      "valueGap": null
                    }
                  ],
                  "bestCompetitorId": null,
                  "verdict": "INSUFFICIENT",
                  "burnsClass": null,
                  "valueGap": null,
                  "valueGapToMean": null,
                  "warnings": [
                    {
                      "code": "IMPORTANCE_UNKNOWN",
                      "message": "The importance of this need is not known, so its value gap and its class are not either."
                    }
                  ]
                }
              ],
              "outcomes": [
                {"providerId": "00000000-0000-0000-0000-000000000384", "counts": {"counts": {}}},
                {"providerId": "00000000-0000-0000-0000-000000000385", "counts": {"counts": {}}}
              ],
              "warnings": []
            }
            """;
}
