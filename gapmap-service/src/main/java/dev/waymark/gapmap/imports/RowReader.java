package dev.waymark.gapmap.imports;

import dev.waymark.gapmap.imports.Answer.Said;
import dev.waymark.gapmap.imports.Tally.Refused;
import dev.waymark.gapmap.imports.file.Row;
import dev.waymark.gapmap.ratings.Kind;
import dev.waymark.gapmap.ratings.Pseudonyms;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Understands one row: the same words for the same mistake, whichever the column. */
record RowReader(Columns columns, Pseudonyms pseudonyms, Tally tally, Suspicions suspicions) {

    private static final int LONGEST_QUOTE = 40;
    private static final int LAST_YEAR = 9999;

    /**
     * The row's answers: what is said of a provider, and what is asked of none; none if {@code where} leaves the row out or nothing is
     * answered.
     */
    List<Answer> read(Row row) throws Refused {
        if (row.fault() != null) {
            throw new Refused(null, row.fault());
        }
        if (!counts(row)) {
            tally.filtered();
            return List.of();
        }
        var cells = columns.questions().cells(row);
        var provider = provider(row, cells);
        var respondent = respondent(row);
        var date = date(row, columns.mapping().date());
        var place = place(row);
        var said = said(cells).stream()
                .collect(Collectors.partitioningBy(value -> value.item().kind().ofProvider()));
        var answers = Stream.of(
                        new Answer(row.line(), provider, respondent, date, place, said.get(true)),
                        new Answer(row.line(), null, respondent, date, place, said.get(false)))
                .filter(answer -> !answer.said().isEmpty())
                .toList();
        if (answers.isEmpty()) {
            tally.empty();
        }
        return answers;
    }

    private boolean counts(Row row) {
        return columns.mapping().where().entrySet().stream()
                .allMatch(e -> row.get(e.getKey()).equals(e.getValue()));
    }

    /** Null if the row is not about one. */
    private UUID provider(Row row, List<Cell> cells) throws Refused {
        var about = cells.stream().anyMatch(cell -> cell.item().kind().ofProvider());
        return about ? reference(row, columns.mapping().provider(), columns.providers()) : null;
    }

    private static UUID reference(Row row, String column, Map<String, UUID> known) throws Refused {
        var id = known.get(row.get(column));
        if (id == null) {
            throw unknown(column, row.get(column));
        }
        return id;
    }

    /** The touchpoint, or else the stage; null if neither is named. */
    private UUID place(Row row) throws Refused {
        var mapping = columns.mapping();
        var stage = optional(row, mapping.stage(), columns.stages());
        var touchpoint = optional(row, mapping.touchpoint(), columns.touchpoints());
        if (touchpoint != null
                && stage != null
                && !stage.equals(columns.stageOf().get(touchpoint))) {
            throw new Refused(
                    mapping.touchpoint(), "is not in that stage: " + shortened(row.get(mapping.touchpoint())));
        }
        return touchpoint == null ? stage : touchpoint;
    }

    private static UUID optional(Row row, String column, Map<String, UUID> known) throws Refused {
        return column == null || row.get(column).isBlank() ? null : reference(row, column, known);
    }

    static Refused unknown(String column, String name) {
        return new Refused(column, "names nothing that is known here, or more than one: " + shortened(name));
    }

    private String respondent(Row row) throws Refused {
        var column = columns.mapping().respondent();
        if (column == null || row.get(column).isEmpty()) {
            if (columns.mapping().isLong()) {
                throw new Refused(column, "must be given: by it the answers of one response are known");
            }
            return null;
        }
        if (row.get(column).length() > Pseudonyms.LONGEST) {
            throw new Refused(column, "has more than " + Pseudonyms.LONGEST + " characters");
        }
        return pseudonyms.of(row.get(column));
    }

    private static LocalDate date(Row row, String column) throws Refused {
        if (column == null || row.get(column).isBlank()) {
            return null;
        }
        try {
            var date = LocalDate.parse(row.get(column));
            if (date.getYear() >= 1 && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new Refused(column, "is no date, YYYY-MM-DD: " + shortened(row.get(column)));
    }

    private List<Said> said(List<Cell> cells) throws Refused {
        var said = new ArrayList<Said>(cells.size());
        for (var cell : cells) {
            if (columns.isMissing(cell)) {
                tally.missing(cell.name());
            } else {
                said.add(said(cell));
            }
        }
        return said;
    }

    private Said said(Cell cell) throws Refused {
        var kind = cell.item().kind();
        var number = kind.number(cell.text());
        if (number.isEmpty()) {
            throw odd(cell, "is no number: " + shortened(cell.text()));
        }
        var value = number.get();
        if (kind == Kind.OUTCOME) {
            var outcome = columns.map().settings().outcome();
            if (!outcome.allows(value)) {
                throw odd(
                        cell,
                        "is not between " + outcome.min() + " and " + outcome.max() + " with at most six decimals");
            }
            return new Said(cell.name(), cell.item(), value, 0);
        }
        var index = kind.scale(columns.map().scales()).indexOf(value);
        if (index.isEmpty()) {
            throw odd(cell, "is not on the scale: " + shortened(cell.text()));
        }
        return new Said(cell.name(), cell.item(), value, index.getAsInt());
    }

    private Refused odd(Cell cell, String why) {
        suspicions.odd(cell, shortened(cell.text()));
        return new Refused(cell.column(), why);
    }

    static String shortened(String text) {
        var readable = text.codePoints()
                .limit(LONGEST_QUOTE)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return readable.length() < text.length() ? readable + "…" : readable.toString();
    }
}
