package dev.waymark.gapmap.imports.file;

import dev.waymark.http.Problem;
import java.io.IOException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows below a header, quotes with line breaks in them. */
record CsvFile(CsvDialect dialect, BoundedRows text) {

    void read(Rows rows) throws IOException {
        var before = dialect.announced() ? 1 : 0;
        if (dialect.announced()) {
            skipLine();
        }
        try (var parser = parser()) {
            if (parser.getHeaderNames().isEmpty()) {
                throw Problem.invalid("file", "is empty");
            }
            rows.columns(parser.getHeaderNames());
            var line = before + parser.getCurrentLineNumber() + 1;
            for (var row : parser) {
                if (row.size() > 1 || !row.get(0).isEmpty()) { // an empty line is no row
                    rows.row(new CsvRow(row, parser.getHeaderNames().size(), line));
                }
                line = before + parser.getCurrentLineNumber() + 1;
                text.nextRow();
            }
        }
    }

    private void skipLine() throws IOException {
        for (var character = text.read(); character >= 0 && character != '\n'; character = text.read()) {
            // it has been read as the announcement it is
        }
    }

    private CSVParser parser() throws IOException {
        try {
            return CSVParser.parse(text, dialect.format());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("file", "has a header with a column twice: " + e.getMessage());
        }
    }

    private record CsvRow(CSVRecord record, int columns, long line) implements Row {

        @Override
        public String get(String column) {
            return record.get(column).strip();
        }

        @Override
        public String fault() {
            return record.size() == columns ? null : "has " + record.size() + " values, the header has " + columns;
        }
    }
}
