package dev.waymark.gapmap.imports.file;

import java.io.IOException;
import java.util.Collection;

/** Takes what a file says. */
public interface Rows {

    /** All columns that there are, or those of them that are looked for; before the first row if the file begins with them, else after the last one. */
    void columns(Collection<String> columns);

    void row(Row row) throws IOException;
}
