package dev.waymark.gapmap.imports.file;

import dev.waymark.http.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.commons.csv.CSVException;

/**
 * A file of ratings as people have them: CSV of whatever dialect, or a JSON object per line. Read row by row, in as little
 * memory for a gigabyte as for a kilobyte.
 */
public final class RatingsFile {

    /** Enough for a header and a hundred rows of any survey. */
    private static final int HEAD = 1 << 18;

    private final Path path;
    private final Charset encoding;

    private RatingsFile(Path path, Charset encoding) {
        this.path = path;
        this.encoding = encoding;
    }

    /**
     * Reads a file from its first to its last row.
     *
     * @param named the columns that are looked for: by them a dialect of CSV is recognised
     * @return what it was taken for
     * @throws Problem 400 if it is no such file
     */
    public static Format read(Path path, Collection<String> named, Rows rows) throws IOException {
        try {
            return new RatingsFile(path, Encodings.of(path)).read(named, rows);
        } catch (UncheckedIOException e) {
            throw refused(e.getCause());
        } catch (CSVException | CharacterCodingException | RowTooLong e) {
            throw refused(e);
        }
    }

    private Format read(Collection<String> named, Rows rows) throws IOException {
        var head = head();
        if (head.isBlank()) {
            throw Problem.invalid("file", "is empty");
        }
        try (var text = new BoundedRows(decoded())) {
            if (head.stripLeading().startsWith("{")) {
                NdjsonFile.read(text, named, rows);
                return new Format(Format.Kind.NDJSON, encoding.name(), null, null);
            }
            var dialect = CsvDialect.of(head, named);
            new CsvFile(dialect, text).read(rows);
            return new Format(Format.Kind.CSV, encoding.name(), dialect.delimiter(), dialect.quote());
        }
    }

    private String head() throws IOException {
        var head = new char[HEAD];
        var length = 0;
        try (var text = new BufferedReader(decoded())) {
            var n = 0;
            while (length < HEAD && n >= 0) {
                length += n;
                n = text.read(head, length, HEAD - length);
            }
        }
        return new String(head, 0, length);
    }

    private Reader decoded() throws IOException {
        var decoder = encoding.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        return new InputStreamReader(Encodings.withoutMark(path), decoder);
    }

    /** @param failure of reading a row; the disk's own are passed on */
    private static Problem refused(IOException failure) throws IOException {
        return switch (failure) {
            case CharacterCodingException e -> Encodings.unknown();
            case RowTooLong e -> Problem.invalid("file", "has a row that is too long; a quote may not be closed");
            case CSVException e -> Problem.invalid("file", "is not a CSV file: " + e.getMessage());
            default -> throw failure;
        };
    }
}
