package dev.waymark.content;

import java.util.List;

/**
 * What a caller says of a document, as sent and as stored: a record. Every object in one of its lists is an element: it
 * has an {@code id}, which the server gives unless the caller brings one, and may have a {@code key}.
 */
public interface Content {

    /** The other system's id, unique in the workspace; may be null. */
    String externalKey();

    String name();

    /** What lists can be narrowed to beside their columns: {@code tag:vip}, {@code owner:Ann}. */
    default List<String> terms() {
        return List.of();
    }
}
