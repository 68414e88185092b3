package dev.waymark.document;

/** Where a document is in its life: {@code DRAFT → PUBLISHED → ARCHIVED}, and from there back to DRAFT. */
public enum Status {
    DRAFT,
    PUBLISHED,
    ARCHIVED
}
