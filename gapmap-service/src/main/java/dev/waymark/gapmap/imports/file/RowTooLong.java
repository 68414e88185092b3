package dev.waymark.gapmap.imports.file;

import java.io.IOException;

/** A row has more characters than any row of answers. */
final class RowTooLong extends IOException {

    private static final long serialVersionUID = 1;
}
