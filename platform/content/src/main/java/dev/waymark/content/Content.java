package dev.waymark.content;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a caller says of a document, as sent and as stored: a record. Every object in one of its lists is an element: it
 * has an {@code id}, which the server gives unless the caller brings one, and may have a {@code key}.
 */
public interface Content {

    /** The other system's id, unique in the workspace; may be null. */
    String externalKey();

    String name();

    List<String> tags();

    /** Who looks after it; may be null. */
    String owner();

    /** What its statements rest on; for kinds that say so. */
    default List<Evidence> evidence() {
        return List.of();
    }

    /** The same with other evidence; for kinds that have any. */
    default Content withEvidence(List<Evidence> other) {
        return this;
    }

    /** Exact words that lists of this kind are narrowed to beside tag and owner: {@code provider:<id>}. */
    default List<String> furtherTerms() {
        return List.of();
    }

    /** All exact words that lists are narrowed to: {@code tag:vip}, {@code owner:Ann}. */
    default List<String> terms() {
        return Stream.of(
                        tags().stream().map(tag -> "tag:" + tag),
                        Stream.ofNullable(owner()).map(who -> "owner:" + who),
                        furtherTerms().stream())
                .flatMap(terms -> terms)
                .toList();
    }
}
