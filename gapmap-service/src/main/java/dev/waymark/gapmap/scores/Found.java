package dev.waymark.gapmap.scores;

import dev.waymark.gapmap.scoring.Frequencies;
import dev.waymark.gapmap.scoring.JointSums;
import dev.waymark.gapmap.scoring.KanoCounts;
import dev.waymark.gapmap.scoring.OutcomeCounts;
import dev.waymark.gapmap.scoring.PairSums;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringInput.CellKey;
import dev.waymark.gapmap.scoring.SurveyAnswers;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects the rows of {@link Tallies#READ}: kind, provider, need, other need, value, number, five sums. */
final class Found {

    private final Scales scales;
    private final Map<CellKey, long[]> ratings = new HashMap<>();
    private final Map<UUID, long[]> importance = new HashMap<>();
    private final Map<UUID, long[]> expected = new HashMap<>();
    private final Map<UUID, long[]> kano = new HashMap<>();
    private final Map<UUID, Map<BigDecimal, Long>> outcomes = new HashMap<>();
    private final Sums sums = Sums.none();

    Found(Scales scales) {
        this.scales = scales;
    }

    void take(ResultSet row) throws SQLException {
        var provider = row.getObject(2, UUID.class);
        var need = row.getObject(3, UUID.class);
        var n = row.getLong(6);
        switch (row.getString(1)) {
            case "RATING" ->
                counts(ratings, new CellKey(provider, need), scales.ratings().size())[row.getInt(5)] = n;
            case "IMPORTANCE" -> {
                // The scale is another if an instance of 0.1, which does not know of it, wrote the map during an
                // upgrade.
                if (row.getInt(5) < scales.importance().size()) {
                    counts(importance, need, scales.importance().size())[row.getInt(5)] = n;
                }
            }
            case "EXPECTED" -> counts(expected, need, scales.ratings().size())[row.getInt(5)] = n;
            case "KANO" -> counts(kano, need, KanoCounts.ANSWERS * KanoCounts.ANSWERS)[row.getInt(5)] = n;
            case "OUTCOME" ->
                outcomes.computeIfAbsent(provider, p -> new HashMap<>()).put(row.getBigDecimal(7), n);
            default -> sums.take(row);
        }
    }

    Tallied tallied() {
        return new Tallied(
                mapped(ratings, each -> Frequencies.of(scales.ratings(), each)),
                sums.joint(false),
                mapped(outcomes, OutcomeCounts::new),
                asked());
    }

    private Map<UUID, SurveyAnswers> asked() {
        return Stream.of(importance, expected, kano)
                .flatMap(counts -> counts.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(
                        need -> need,
                        need -> new SurveyAnswers(
                                frequencies(scales.importance(), importance.get(need)),
                                frequencies(scales.ratings(), expected.get(need)),
                                kano.containsKey(need) ? KanoCounts.of(kano.get(need)) : null)));
    }

    private static Frequencies frequencies(Scale scale, long[] counts) {
        return counts == null ? null : Frequencies.of(scale, counts);
    }

    private static <K> long[] counts(Map<K, long[]> of, K key, int values) {
        return of.computeIfAbsent(key, k -> new long[values]);
    }

    static <K, A, B> Map<K, B> mapped(Map<K, A> map, Function<A, B> change) {
        return map.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> change.apply(e.getValue())));
    }

    /**
     * What there is of a slice, at one moment.
     *
     * @param frequencies how often each scale value was given, per provider and need
     * @param sums of each two needs, and of each need and the outcome, over the responses of all providers
     * @param outcomes how often each outcome was given, per provider
     * @param asked per need, over all responses; a missing need was not asked about
     */
    record Tallied(
            Map<CellKey, Frequencies> frequencies,
            JointSums sums,
            Map<UUID, OutcomeCounts> outcomes,
            Map<UUID, SurveyAnswers> asked) {}

    /** Collects the rows that are of no provider: of two needs, or of a need and the outcome. */
    record Sums(Map<JointSums.Pair, PairSums> needs, Map<UUID, PairSums> outcome) {

        static Sums none() {
            return new Sums(new HashMap<>(), new HashMap<>());
        }

        void take(ResultSet row) throws SQLException {
            var need = row.getObject(3, UUID.class);
            var other = row.getObject(4, UUID.class);
            var sums = new PairSums(
                    row.getLong(6),
                    row.getBigDecimal(7),
                    row.getBigDecimal(8),
                    row.getBigDecimal(9),
                    row.getBigDecimal(10),
                    row.getBigDecimal(11));
            if (other == null) {
                outcome.put(need, sums);
            } else {
                needs.put(new JointSums.Pair(need, other), sums);
            }
        }

        JointSums joint(boolean complete) {
            return new JointSums(needs, outcome, complete);
        }
    }
}
