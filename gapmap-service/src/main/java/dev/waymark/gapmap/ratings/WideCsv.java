package dev.waymark.gapmap.ratings;

import dev.waymark.http.Problem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.apache.commons.io.input.BOMInputStream;

/** Reads a wide file row by row, whatever its size: UTF-8, commas, a header, quotes with line breaks. */
final class WideCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
            .get();

    private WideCsv() {}

    /** @throws Problem 400 if it is no such file */
    static void read(Path file, Columns columns, Rows rows) throws IOException {
        try (var text = open(file);
                var parser = parser(text)) {
            if (parser.getHeaderNames().isEmpty()) {
                throw Problem.invalid("file", "is empty");
            }
            columns.require(parser.getHeaderNames());
            var line = parser.getCurrentLineNumber() + 1;
            for (var row : parser) {
                if (row.size() > 1 || !row.get(0).isEmpty()) { // an empty line is no row
                    rows.row(row, line);
                }
                line = parser.getCurrentLineNumber() + 1;
                text.nextRow();
            }
        } catch (UncheckedIOException e) {
            throw refused(e.getCause());
        } catch (CSVException | CharacterCodingException | RowTooLong e) {
            throw refused(e);
        }
    }

    private static CSVParser parser(Reader text) throws IOException {
        try {
            return CSVParser.parse(text, FORMAT);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("file", "has a header with a column twice: " + e.getMessage());
        }
    }

    private static BoundedRows open(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var bytes = BOMInputStream.builder()
                .setInputStream(Files.newInputStream(file))
                .get();
        return new BoundedRows(new InputStreamReader(bytes, decoder));
    }

    /** @param failure of reading a row; the disk's own are passed on */
    private static Problem refused(IOException failure) throws IOException {
        return switch (failure) {
            case CharacterCodingException e -> Problem.invalid("file", "is not in UTF-8");
            case RowTooLong e -> Problem.invalid("file", "has a row that is too long; a quote may not be closed");
            case CSVException e -> Problem.invalid("file", "is not a CSV file: " + e.getMessage());
            default -> throw failure;
        };
    }

    /** Takes the rows in order. */
    @FunctionalInterface
    interface Rows {
        void row(CSVRecord row, long line) throws IOException;
    }
}
