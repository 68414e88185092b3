package dev.waymark.gapmap.scoring.method;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether two methods say the same: if not, what to do first depends on the method.
 *
 * @param needs how many needs both have a score for
 * @param tauB Kendall's τ-b of their scores, −1 to 1, 1 being the same order; null for fewer than two needs, or where a method has the
 *     same score for all
 */
@Schema(description = "Whether two methods put the needs in the same order")
public record RankAgreement(
        @Schema(required = true) Method one,
        @Schema(required = true) Method other,

        @Schema(required = true, description = "How many needs both have a score for")
        int needs,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(required = true, nullable = true, description = "Kendall's τ-b, −1 to 1; 1 is the same order")
        Double tauB) {

    /** Of each two methods that say something of these needs. */
    public static List<RankAgreement> of(ScoringResult figures, Scale scale) {
        var scores = new EnumMap<Method, List<MethodScore>>(Method.class);
        for (var method : Method.OF_NEEDS) {
            var ofMethod = method.score(figures, scale).needs();
            if (ofMethod.stream().anyMatch(need -> need.score() != null)) {
                scores.put(method, ofMethod);
            }
        }
        var pairs = new ArrayList<RankAgreement>();
        for (var one : scores.keySet()) {
            for (var other : scores.keySet()) {
                if (one.compareTo(other) < 0) {
                    pairs.add(of(one, scores.get(one), other, scores.get(other)));
                }
            }
        }
        return pairs;
    }

    private static RankAgreement of(Method one, List<MethodScore> ofOne, Method other, List<MethodScore> ofOther) {
        var both = IntStream.range(0, ofOne.size())
                .filter(i -> ofOne.get(i).score() != null && ofOther.get(i).score() != null)
                .toArray();
        var tau = both.length < 2
                ? Double.NaN
                : new KendallsCorrelation().correlation(at(both, ofOne), at(both, ofOther));
        return new RankAgreement(one, other, both.length, Double.isNaN(tau) ? null : (Double) tau);
    }

    private static double[] at(int[] needs, List<MethodScore> scores) {
        return Arrays.stream(needs).mapToDouble(i -> scores.get(i).score()).toArray();
    }
}
