package dev.waymark.gapmap.ratings;

import dev.waymark.gapmap.gapmap.Outcome;
import dev.waymark.gapmap.scoring.Scale;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;

/** Looks at the answers of a file while it is read, and tells in the end what looks wrong. */
final class Suspicions {

    private static final double PRECISION = 1e12;

    private final Columns columns;
    private final Slots slots;
    private final double[] values;
    private final double[] units;
    private final Outcome outcome;
    private final Map<String, ColumnProfile> profiles = new LinkedHashMap<>();

    /** @param outcome null if the map has none */
    Suspicions(Columns columns, Slots slots, Scale scale, Outcome outcome) {
        this.columns = columns;
        this.slots = slots;
        this.outcome = outcome;
        values = new double[scale.size()];
        units = new double[scale.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = scale.value(i).doubleValue();
            units[i] = (double) i / (values.length - 1);
        }
        columns.needs().keySet().forEach(c -> profiles.put(c, new ColumnProfile(c, scale.min(), scale.max())));
        if (columns.mapping().outcome() != null) {
            var column = columns.mapping().outcome();
            profiles.put(column, new ColumnProfile(column, outcome.min(), outcome.max()));
        }
    }

    /** Something in a column of numbers that could not be taken. */
    void odd(String column, String text) {
        profiles.get(column).odd(text);
    }

    void answered(Answer answer) {
        var sum = 0.0;
        var said = 0;
        for (var rating : answer.ratings()) {
            if (rating != null) {
                sum += units[rating];
                said++;
            }
        }
        if (answer.outcome() != null) {
            var unit = unit(answer.outcome());
            profiles.get(columns.mapping().outcome())
                    .add(answer.outcome().doubleValue(), said == 0 ? Double.NaN : rounded(sum / said));
            sum += unit;
            said++;
        }
        for (var need : columns.needs().entrySet()) {
            var rating = answer.ratings()[slots.indexOf(need.getValue())];
            if (rating != null) {
                var rest = said == 1 ? Double.NaN : rounded((sum - units[rating]) / (said - 1));
                profiles.get(need.getKey()).add(values[rating], rest);
            }
        }
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

    private double unit(BigDecimal value) {
        var min = outcome.min().doubleValue();
        return (value.doubleValue() - min) / (outcome.max().doubleValue() - min);
    }
}
