package dev.waymark.gapmap.imports.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * How a CSV file is written.
 *
 * @param announced whether its first line is {@code sep=;} or the like, by which spreadsheets say what they wrote
 */
record CsvDialect(String delimiter, String quote, boolean announced) {

    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
    private static final List<String> QUOTES = List.of("\"", "'");
    private static final Pattern ANNOUNCEMENT = Pattern.compile("(?i)sep=([^\\w\"'\r\n])\r?\n.*", Pattern.DOTALL);
    private static final int ROWS = 100;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
            .get();

    /**
     * The dialect in which a file has the most of the columns that are looked for, and then most rows of as many values as the header;
     * commas and double quotes where others do no better.
     *
     * @param head the beginning of the file
     */
    static CsvDialect of(String head, Collection<String> named) {
        var announcement = ANNOUNCEMENT.matcher(head);
        if (announcement.matches()) {
            return new CsvDialect(announcement.group(1), QUOTES.getFirst(), true);
        }
        return DELIMITERS.stream()
                .flatMap(delimiter -> QUOTES.stream().map(quote -> new CsvDialect(delimiter, quote, false)))
                .filter(dialect -> dialect.isLikely(head))
                .map(dialect -> dialect.fit(head, named))
                .max(Comparator.comparingLong(Fit::found).thenComparingDouble(Fit::whole))
                .orElseThrow()
                .dialect();
    }

    CSVFormat format() {
        return FORMAT.builder()
                .setDelimiter(delimiter)
                .setQuote(quote.charAt(0))
                .get();
    }

    /** A single quote quotes where more values begin with it than with a double one; there are names that do. */
    private boolean isLikely(String head) {
        return quote.equals(QUOTES.getFirst()) || begun(head, quote) > begun(head, QUOTES.getFirst());
    }

    private long begun(String head, String mark) {
        return Stream.of(delimiter, "\n")
                .mapToLong(before -> Pattern.compile(before + mark, Pattern.LITERAL)
                        .matcher(head)
                        .results()
                        .count())
                .sum();
    }

    private Fit fit(String head, Collection<String> named) {
        var asIs = format().builder().setHeader((String[]) null).setSkipHeaderRecord(false);
        try (var parser = CSVParser.parse(new StringReader(head), asIs.get())) {
            var rows = parser.iterator();
            if (rows.hasNext()) {
                var header = rows.next();
                var found = header.stream().filter(named::contains).distinct().count();
                return new Fit(this, found, whole(rows, header.size()));
            }
        } catch (IOException | UncheckedIOException e) {
            // not even a header
        }
        return new Fit(this, 0, 0);
    }

    /** The share of rows with so many values; one that cannot be read has not. */
    private static double whole(Iterator<CSVRecord> rows, int values) {
        var read = 0;
        var whole = 0;
        try {
            while (read < ROWS && rows.hasNext()) {
                read++;
                whole += rows.next().size() == values ? 1 : 0;
            }
        } catch (UncheckedIOException e) {
            read++;
        }
        return read == 0 ? 0 : (double) whole / read;
    }

    /** How well a dialect suits a file. */
    private record Fit(CsvDialect dialect, long found, double whole) {}
}
