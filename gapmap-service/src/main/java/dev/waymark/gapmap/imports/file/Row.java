package dev.waymark.gapmap.imports.file;

/** One row of a file of ratings, whatever it is written in. */
public interface Row {

    /** The line it begins on, from 1. */
    long line();

    /** What a column says, without spaces around it; empty if nothing. */
    String get(String column);

    /** Why it is no row of this file; null if it is one. */
    String fault();
}
