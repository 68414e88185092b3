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
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.apache.commons.io.input.BOMInputStream;

/** Reads a wide file row by row, whatever its size: UTF-8, commas, a header, quotes with line breaks. */
final class WideCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    private WideCsv() {}

    /** @throws Problem 400 if it is no such file */
    static void read(Path file, Columns columns, Rows rows) throws IOException {
        try (var parser = CSVParser.parse(open(file), FORMAT)) {
            columns.require(parser.getHeaderNames());
            var line = parser.getCurrentLineNumber() + 1;
            for (var row : parser) {
                rows.row(row, line);
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IllegalArgumentException | UncheckedIOException | CharacterCodingException e) {
            throw Problem.invalid("file", "is not a CSV file in UTF-8 with a header: " + e.getMessage());
        }
    }

    private static Reader open(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var bytes = BOMInputStream.builder()
                .setInputStream(Files.newInputStream(file))
                .get();
        return new InputStreamReader(bytes, decoder);
    }

    /** Takes the rows in order. */
    @FunctionalInterface
    interface Rows {
        void row(org.apache.commons.csv.CSVRecord row, long line) throws IOException;
    }
}
