package dev.waymark.gapmap.imports;

import dev.waymark.gapmap.imports.file.Format;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what happens to the rows while they are read. */
final class Tally {

    private static final int NAMED_REFUSALS = 100;
    /** Over all imports, while they run: one can see how fast they are, and that they go on. */
    private static final Counter ROWS = Metrics.counter("waymark.import.rows");

    private final Map<String, Long> missing = new HashMap<>();
    private final List<Report.Refusal> refusals = new ArrayList<>();
    private long rows;
    private long filtered;
    private long empty;
    private long refused;

    void row() {
        rows++;
        ROWS.increment();
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

    Report report(Staging.Effect effect, List<ImportWarning> warnings, Format format) {
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
                warnings,
                format);
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
