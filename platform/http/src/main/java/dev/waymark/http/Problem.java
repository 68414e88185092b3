package dev.waymark.http;

import dev.waymark.http.ProblemDetails.Kind;
import java.util.List;

/** A failure the caller can act on. Rendered as {@code application/problem+json} (RFC 9457); see {@link ProblemMappers}. */
public final class Problem extends RuntimeException {

    /** After how long to come back to a service that is busy. */
    static final int RETRY_AFTER_SECONDS = 1;

    /** Media type of every refusal. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private final transient ProblemDetails details;

    private Problem(Kind kind, String detail, List<ProblemDetails.Violation> errors) {
        this(ProblemDetails.of(kind, detail, errors));
    }

    private Problem(ProblemDetails details) {
        super(details.detail());
        this.details = details;
    }

    /** A refusal made of another one. */
    public static Problem of(ProblemDetails details) {
        return new Problem(details);
    }

    public static Problem invalid(List<ProblemDetails.Violation> errors) {
        return new Problem(Kind.INVALID_REQUEST, "The request has " + errors.size() + " error(s).", errors);
    }

    /** @param pointer JSON pointer into the body, or the name of a query parameter or header */
    public static Problem invalid(String pointer, String why) {
        return invalid(List.of(new ProblemDetails.Violation(pointer, why)));
    }

    public static Problem notFound(String what, Object id) {
        return new Problem(Kind.NOT_FOUND, "There is no " + what + " " + id + " in this workspace.", List.of());
    }

    /** Something was there and is no longer, or only a part of it is missing: {@code why} is the whole sentence. */
    public static Problem notFound(String why) {
        return new Problem(Kind.NOT_FOUND, why, List.of());
    }

    public static Problem conflict(String why) {
        return new Problem(Kind.CONFLICT, why, List.of());
    }

    /** The state of the resource does not allow what is asked; {@code errors} says what is missing. */
    public static Problem conflict(String why, List<ProblemDetails.Violation> errors) {
        return new Problem(Kind.CONFLICT, why, errors);
    }

    public static Problem duplicateKey(String what, String key) {
        return new Problem(
                Kind.DUPLICATE_KEY, "Another " + what + " has the external key '" + key + "' already.", List.of());
    }

    public static Problem staleVersion(String current) {
        return new Problem(
                Kind.STALE_VERSION,
                "The resource has changed: its ETag is now " + current + ". Read it again.",
                List.of());
    }

    public static Problem preconditionRequired() {
        return new Problem(Kind.PRECONDITION_REQUIRED, "Send If-Match with the ETag you have read, or *.", List.of());
    }

    public static Problem unknownReference(String pointer, String why) {
        return new Problem(Kind.UNKNOWN_REFERENCE, why, List.of(new ProblemDetails.Violation(pointer, why)));
    }

    public static Problem keyReused(String why) {
        return new Problem(Kind.IDEMPOTENCY_KEY_REUSED, why, List.of());
    }

    public static Problem tooLarge(String what, long limit) {
        return new Problem(Kind.TOO_LARGE, what + " may have at most " + limit + " bytes.", List.of());
    }

    public static Problem unavailable(String why) {
        return new Problem(Kind.UNAVAILABLE, why, List.of());
    }

    public static Problem tooManyRequests(String why) {
        return new Problem(Kind.TOO_MANY_REQUESTS, why, List.of());
    }

    public ProblemDetails details() {
        return details;
    }
}
