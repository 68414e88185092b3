package dev.waymark.document;

import java.util.UUID;

/** Something said in a document: it has an id that never changes and may carry a key of the caller's. */
public interface Element<E extends Element<E>> {

    UUID id();

    /** The caller's own name for it, unique in the document; may be null. */
    String key();

    E withId(UUID id);
}
