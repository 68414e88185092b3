package dev.waymark.gapmap.imports;

import dev.waymark.gapmap.imports.ImportWarning.Code;
import dev.waymark.gapmap.ratings.Numbers;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;
import org.apache.commons.statistics.inference.TTest;

/**
 * What the values of one column look like beside the rest of their rows. Who gives a higher value usually gives higher ones elsewhere
 * as well: where that breaks, values do not mean what the mapping says.
 */
final class ColumnProfile {

    /** Of usual scales, in the order of their size. */
    private static final double[] TOPS = {5, 7, 10, 100};

    private static final int MOST_VALUES = 1000;
    private static final int FEWEST = 5;
    private static final int REPEATED = 3;
    private static final double LIKELY = 0.002;

    /** Above it, a value of the larger of two scales may well be as good as the top of the smaller. */
    private static final double CLEARLY_BELOW_TOP = 0.86;

    /** So many times as many have a scale's top as have the next value: no distribution on a longer scale falls like that. */
    private static final int CLIFF = 4;

    private static final int FEWEST_AT_CLIFF = 30;
    private static final int FEWEST_TO_CORRELATE = 30;

    /** What questions of one survey have in common at least, as a rule. */
    private static final double RELATED = 0.4;

    /** Where they have less, only what has next to nothing in common with them is odd. */
    private static final double HARDLY_RELATED = 0.2;

    private static final double Z_95_ONE_SIDED = 1.6448536269514722;

    private final String column;
    private final double min;
    private final double max;
    private final Map<Double, Long> counts = new TreeMap<>();
    private final Map<Double, DoubleStatistics> restByValue = new TreeMap<>();
    private final SimpleRegression withRest = new SimpleRegression();
    private final Map<String, Long> odd = new HashMap<>();

    /** @param min the lowest that the mapping allows */
    ColumnProfile(String column, BigDecimal min, BigDecimal max) {
        this.column = column;
        this.min = min.doubleValue();
        this.max = max.doubleValue();
    }

    /** Counts a value, and what the rest of its row says, from 0 to 1; NaN if nothing. */
    void add(double value, double rest) {
        if (counts.size() < MOST_VALUES || counts.containsKey(value)) {
            counts.merge(value, 1L, Long::sum);
            var rests =
                    restByValue.computeIfAbsent(value, v -> DoubleStatistics.of(Statistic.MEAN, Statistic.VARIANCE));
            if (!Double.isNaN(rest)) {
                rests.accept(rest);
            }
        }
        if (!Double.isNaN(rest)) {
            withRest.addData(value, rest);
        }
    }

    /** Counts what could not be taken. */
    void odd(String text) {
        if (odd.size() < MOST_VALUES || odd.containsKey(text)) {
            odd.merge(text, 1L, Long::sum);
        }
    }

    /** The correlation with the rest of the rows; NaN if there is none. */
    double correlation() {
        return withRest.getR();
    }

    /** @param usual the correlation that the columns of this file usually have with the rest of their rows */
    Stream<ImportWarning> warnings(double usual) {
        return Stream.of(missingCode(), outside(), mixedScales(), unrelated(usual))
                .flatMap(Optional::stream)
                .map(found -> new ImportWarning(found.code(), column, found.detail()));
    }

    private Optional<Found> missingCode() {
        var code = odd.entrySet().stream()
                .filter(e -> e.getValue() >= REPEATED && MissingCodes.isUsual(e.getKey(), min))
                .max(Map.Entry.comparingByValue());
        if (code.isPresent()) {
            return found(
                    Code.UNDECLARED_MISSING_CODE,
                    "%s stands in %d rows, which were refused: if it means that nothing was said, name it under missing",
                    code.get().getKey(),
                    code.get().getValue());
        }
        var values = List.copyOf(restByValue.keySet());
        var lowest = values.size() < 2 || values.getFirst() > 0 || values.getFirst() > min ? null : values.getFirst();
        return lowest != null && isHigher(restOf(lowest::equals), restOf(v -> v.equals(values.get(1))))
                ? found(
                        Code.UNDECLARED_MISSING_CODE,
                        "%s was given by %d who otherwise say better things than those with %s: if it means that nothing"
                                + " was said, name it under missing",
                        shown(lowest),
                        counts.get(lowest),
                        shown(values.get(1)))
                : Optional.empty();
    }

    private Optional<Found> outside() {
        var outside = odd.entrySet().stream()
                .filter(e -> Numbers.parse(e.getKey()).isPresent() && !MissingCodes.isUsual(e.getKey(), min))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        var rows = outside.stream().mapToLong(Map.Entry::getValue).sum();
        var examples = outside.stream().limit(REPEATED).map(Map.Entry::getKey).collect(Collectors.joining(", "));
        return rows == 0
                ? Optional.empty()
                : found(Code.OUTSIDE_SCALE, "%d values are not on the scale: %s", rows, examples);
    }

    private Optional<Found> mixedScales() {
        var above = odd.entrySet().stream()
                .filter(e -> Numbers.parse(e.getKey())
                        .filter(n -> n.doubleValue() > max && n.doubleValue() <= TOPS[TOPS.length - 1])
                        .filter(n -> !MissingCodes.isUsual(e.getKey(), min))
                        .isPresent())
                .mapToLong(Map.Entry::getValue)
                .toArray();
        var rows = Arrays.stream(above).sum();
        if (above.length > 1 && rows >= FEWEST && !counts.isEmpty()) {
            return found(Code.MIXED_SCALES, "%d values are above %s: two scales seem to be mixed", rows, shown(max));
        }
        var highest = counts.keySet().stream().mapToDouble(v -> v).max().orElse(0);
        return Arrays.stream(TOPS)
                .filter(top -> top < highest && (isBreak(top, highest) || isCliff(top, highest)))
                .boxed()
                .findFirst()
                .flatMap(top -> found(
                        Code.MIXED_SCALES,
                        "%d values are at most %s, %d are above: two scales seem to be mixed",
                        count(v -> v <= top),
                        shown(top),
                        count(v -> v > top)));
    }

    /** Whether those with the top of a scale say better things than those with a little more. */
    private boolean isBreak(double top, double highest) {
        var larger = Arrays.stream(TOPS).filter(t -> t >= highest).findFirst().orElse(highest);
        return isHigher(restOf(v -> v == top), restOf(v -> v > top && v <= larger * CLEARLY_BELOW_TOP));
    }

    /** Only where people choose one of few values; of a hundred they prefer round ones. */
    private boolean isCliff(double top, double highest) {
        var next = counts.keySet().stream().filter(v -> v > top).findFirst();
        var at = count(v -> v == top);
        return highest <= 10
                && at >= FEWEST_AT_CLIFF
                && next.filter(v -> at >= CLIFF * counts.get(v)).isPresent()
                && count(v -> v > top) >= FEWEST;
    }

    /** Fisher's z: R. A. Fisher, "On the 'probable error' of a coefficient of correlation", Metron 1 (1921). */
    private Optional<Found> unrelated(double usual) {
        var n = withRest.getN();
        var r = withRest.getR();
        if (n < FEWEST_TO_CORRELATE || Double.isNaN(r)) {
            return Optional.empty();
        }
        var most = Math.tanh(0.5 * Math.log((1 + r) / (1 - r)) + Z_95_ONE_SIDED / Math.sqrt(n - 3.0));
        return most >= (usual >= RELATED ? RELATED : HARDLY_RELATED)
                ? Optional.empty()
                : found(
                        Code.UNRELATED_COLUMN,
                        "it hardly goes with the rest of its rows (r = %.2f in %d rows): its values may stand in the"
                                + " wrong rows or column",
                        r,
                        n);
    }

    private long count(Predicate<Double> wanted) {
        return counts.entrySet().stream()
                .filter(e -> wanted.test(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private DoubleStatistics restOf(Predicate<Double> wanted) {
        var together = DoubleStatistics.of(Statistic.MEAN, Statistic.VARIANCE);
        restByValue.forEach((value, rest) -> {
            if (wanted.test(value)) {
                together.combine(rest);
            }
        });
        return together;
    }

    private static boolean isHigher(DoubleStatistics a, DoubleStatistics b) {
        if (a.getCount() < FEWEST || b.getCount() < FEWEST) {
            return false;
        }
        var meanA = a.getAsDouble(Statistic.MEAN);
        var meanB = b.getAsDouble(Statistic.MEAN);
        var varianceA = a.getAsDouble(Statistic.VARIANCE);
        var varianceB = b.getAsDouble(Statistic.VARIANCE);
        return meanA > meanB
                && (varianceA + varianceB == 0
                        || TTest.withDefaults()
                                        .test(meanA, varianceA, a.getCount(), meanB, varianceB, b.getCount())
                                        .getPValue()
                                < LIKELY);
    }

    private static Optional<Found> found(Code code, String detail, Object... figures) {
        return Optional.of(new Found(code, detail.formatted(figures)));
    }

    private static String shown(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private record Found(Code code, String detail) {}
}
