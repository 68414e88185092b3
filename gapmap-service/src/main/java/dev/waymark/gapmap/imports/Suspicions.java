package dev.waymark.gapmap.imports;

import dev.waymark.gapmap.gapmap.RatedMap;
import dev.waymark.gapmap.imports.Answer.Said;
import dev.waymark.gapmap.ratings.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;

/** Looks at the answers of a file while it is read, and tells in the end what looks wrong. */
final class Suspicions {

    private static final double PRECISION = 1e12;

    private final RatedMap map;
    private final double best;
    private final Map<String, ColumnProfile> profiles = new LinkedHashMap<>();

    Suspicions(RatedMap map) {
        this.map = map;
        this.best = map.scales().ratings().size() - 1.0;
    }

    /** Something that could not be taken. */
    void odd(Cell cell, String text) {
        profile(cell.name(), cell.item().kind()).odd(text);
    }

    void answered(Answer answer) {
        var sum = 0.0;
        var compared = 0;
        for (var value : answer.said()) {
            if (value.item().kind().ofProvider()) {
                sum += unit(value);
                compared++;
            }
        }
        for (var value : answer.said()) {
            var kind = value.item().kind();
            if (!kind.ofKano()) { // its answers are no levels of anything
                var rest = !kind.ofProvider() || compared == 1
                        ? Double.NaN
                        : rounded((sum - unit(value)) / (compared - 1));
                profile(value.name(), kind).add(value.number().doubleValue(), rest);
            }
        }
    }

    /** In the order in which they come: the warnings have it as well. */
    private ColumnProfile profile(String name, Kind kind) {
        return profiles.computeIfAbsent(name, n -> {
            if (kind == Kind.OUTCOME) {
                var outcome = map.settings().outcome();
                return new ColumnProfile(name, outcome.min(), outcome.max());
            }
            var scale = kind.scale(map.scales());
            return new ColumnProfile(name, scale.min(), scale.max());
        });
    }

    /** What is the same in each row must not differ by what adding up leaves. */
    private static double rounded(double rest) {
        return Math.rint(rest * PRECISION) / PRECISION;
    }

    Stream<ImportWarning> warnings() {
        var correlations = profiles.values().stream()
                .mapToDouble(ColumnProfile::correlation)
                .filter(r -> !Double.isNaN(r))
                .toArray();
        var usual = Median.withDefaults().evaluate(correlations);
        return profiles.values().stream().flatMap(profile -> profile.warnings(usual));
    }

    /** From 0, the worst, to 1. */
    private double unit(Said value) {
        if (value.item().kind() == Kind.OUTCOME) {
            var outcome = map.settings().outcome();
            var min = outcome.min().doubleValue();
            return (value.number().doubleValue() - min) / (outcome.max().doubleValue() - min);
        }
        return value.index() / best;
    }
}
