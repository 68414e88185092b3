package dev.waymark.gapmap.imports;

import dev.waymark.gapmap.imports.ImportWarning.Code;
import dev.waymark.gapmap.imports.file.Format;
import dev.waymark.gapmap.imports.file.Row;
import dev.waymark.gapmap.imports.file.Rows;
import dev.waymark.gapmap.ratings.Slots;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The way of a file's rows into the staging table, with an eye on what is odd about them.
 *
 * @param touchpoints those that were named
 */
record Reading(RowReader reader, Staging staging, Slots slots, Set<UUID> touchpoints) implements Rows {

    @Override
    public void columns(Collection<String> there) {
        reader.columns().require(there);
    }

    @Override
    public void row(Row row) throws IOException {
        reader.tally().row();
        try {
            for (var answer : reader.read(row)) {
                reader.suspicions().answered(answer);
                staging.add(answer, slots);
                if (reader.columns().stageOf().containsKey(answer.place())) {
                    touchpoints.add(answer.place());
                }
            }
        } catch (Tally.Refused why) {
            reader.tally().refused(row.line(), why);
        }
    }

    /** @param effect of all that was staged */
    Report report(Staging.Effect effect, Format format) throws SQLException {
        return reader.tally().report(effect, warnings(effect), format);
    }

    private List<ImportWarning> warnings(Staging.Effect effect) throws SQLException {
        var again = reader.columns().mapping().isLong() ? staging.repeated() : staging.count() - effect.ofProviders();
        var respondent = reader.columns().mapping().respondent();
        var ofAll = respondent == null
                ? Stream.of(new ImportWarning(
                        Code.NO_RESPONDENTS,
                        null,
                        "The mapping names no respondent column: the same responses in another file would be counted"
                                + " again. Only this very file is recognised."))
                : again == 0
                        ? Stream.<ImportWarning>empty()
                        : Stream.of(new ImportWarning(
                                Code.REPEATED_RESPONDENTS,
                                respondent,
                                again
                                        + " rows are of a respondent, provider, stage and date (in a long file, and item) that the file had before:"
                                        + " what the later one says holds"));
        return Stream.concat(ofAll, reader.suspicions().warnings()).toList();
    }
}
