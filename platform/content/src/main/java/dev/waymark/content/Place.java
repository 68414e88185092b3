package dev.waymark.content;

import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails;
import dev.waymark.http.ProblemDetails.Violation;
import dev.waymark.http.ProblemMappers;

/**
 * Where something stands in a content: what callers are told of a part they sent begins there.
 *
 * @param pointer a JSON pointer; empty for the content as a whole
 */
public record Place(String pointer) {

    public static final Place WHOLE = new Place("");

    /** A refusal of the content as one of what stands here. What is wrong elsewhere is wrong with all of it. */
    public Problem refusal(RuntimeException refusal) {
        var of = ProblemMappers.details(refusal);
        var errors = of.errors().stream().map(this::seenFromHere).toList();
        return Problem.of(new ProblemDetails(of.type(), of.title(), of.status(), of.detail(), of.instance(), errors));
    }

    private Violation seenFromHere(Violation error) {
        var at = error.pointer();
        if (at.equals(pointer) || at.startsWith(pointer + "/")) {
            return new Violation(at.substring(pointer.length()), error.detail());
        }
        return new Violation("", "in the document at " + at + ": " + error.detail());
    }
}
