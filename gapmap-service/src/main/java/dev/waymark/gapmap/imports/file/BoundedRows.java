package dev.waymark.gapmap.imports.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops at a row that goes on and on, so that a file of whatever content takes little memory. */
final class BoundedRows extends FilterReader {

    /** Some more than the longest row, since a parser reads ahead. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private long sinceRow;

    BoundedRows(Reader text) {
        super(text);
    }

    /** A row has been read to its end. */
    void nextRow() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        var character = super.read();
        count(character < 0 ? 0 : 1);
        return character;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        var n = super.read(buffer, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int characters) throws RowTooLong {
        sinceRow += characters;
        if (sinceRow > MOST_CHARACTERS) {
            throw new RowTooLong();
        }
    }
}
