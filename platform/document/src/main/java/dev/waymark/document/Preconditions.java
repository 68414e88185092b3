package dev.waymark.document;

import dev.waymark.http.EntityTag;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Problem;

/** The optional preconditions of a by-key PUT: {@code If-Match}, and {@code If-None-Match: *} for only-if-new. */
public record Preconditions(String ifMatch, String ifNoneMatch) {

    void checkAbsent() {
        if (ifMatch != null && !ifMatch.isBlank()) {
            throw Problem.staleVersion("none: it does not exist");
        }
    }

    void checkPresent(EntityTag current) {
        if (current.isNamedBy(ifNoneMatch)) {
            throw Problem.staleVersion(current.header());
        }
        IfMatch.optional(ifMatch).check(current);
    }
}
