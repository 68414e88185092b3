package dev.waymark.gapmap.ratings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what happens to the rows while they are read. */
final class Tally {

    private static final int NAMED_REFUSALS = 100;

    private final Map<String, Long> missing = new HashMap<>();
    private final List<Report.Refusal> refusals = new ArrayList<>();
    private long rows;
    private long filtered;
    private long empty;
    private long refused;

    void row() {
        rows++;
    }

    void filtered() {
        filtered++;
    }

    void empty() {
        empty++;
    }

    void missing(String column) {
        missing.merge(column, 1L, Long::sum);
    }

    void refused(long line, Refused why) {
        refused++;
        if (refusals.size() < NAMED_REFUSALS) {
            refusals.add(new Report.Refusal(line, why.column, why.getMessage()));
        }
    }

    Report report(Staging.Effect effect, List<String> warnings) {
        return new Report(
                rows,
                effect.imported(),
                effect.corrected(),
                effect.unchanged(),
                filtered,
                empty,
                refused,
                List.copyOf(refusals),
                Map.copyOf(missing),
                warnings);
    }

    /** Something in a row that cannot be taken. */
    static final class Refused extends Exception {
        private final String column;

        Refused(String column, String why) {
            super(why, null, false, false); // there may be millions: no stack traces
            this.column = column;
        }
    }
}
