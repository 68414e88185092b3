package dev.waymark.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The wire form of a refusal (RFC 9457). */
@Schema(name = "Problem", description = "Why a request was refused (RFC 9457)")
public record ProblemDetails(
        @Schema(
                description = "What kind of problem, as a relative URI",
                examples = "/problems/stale-version",
                required = true)
        String type,

        @Schema(description = "The kind in words", required = true)
        String title,

        @Schema(description = "The HTTP status", required = true)
        int status,

        @Schema(description = "What is wrong with this very request")
        String detail,

        @Schema(description = "The path asked for") String instance,

        @Schema(description = "One entry per offending place of the request")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Violation> errors) {

    /** One offending place: a JSON pointer into the body, or the name of a parameter or header. */
    @Schema(name = "Violation")
    public record Violation(
            @Schema(examples = "/needs/0/importance", required = true)
            String pointer,

            @Schema(examples = "must be less than or equal to 10", required = true)
            String detail) {}

    static ProblemDetails of(Kind kind, String detail) {
        return of(kind, detail, List.of());
    }

    static ProblemDetails of(Kind kind, String detail, List<Violation> errors) {
        return new ProblemDetails(kind.type(), kind.title, kind.status, detail, null, List.copyOf(errors));
    }

    ProblemDetails at(String path) {
        return new ProblemDetails(type, title, status, detail, path, errors);
    }

    /** The kinds there are. The first one of a status is what the server says when no resource has said it better. */
    public enum Kind {
        INVALID_REQUEST(400, "Invalid request"),
        UNAUTHORIZED(401, "No valid bearer token"),
        FORBIDDEN(403, "Forbidden"),
        NOT_FOUND(404, "Not found"),
        METHOD_NOT_ALLOWED(405, "Method not allowed"),
        NOT_ACCEPTABLE(406, "No representation that is accepted"),
        CONFLICT(409, "The resource's state does not allow this"),
        DUPLICATE_KEY(409, "External key already taken"),
        STALE_VERSION(412, "Stale version"),
        TOO_LARGE(413, "Too large"),
        URI_TOO_LONG(414, "URI too long"),
        UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
        EXPECTATION_FAILED(417, "Expectation failed"),
        UNKNOWN_REFERENCE(422, "Unknown reference"),
        IDEMPOTENCY_KEY_REUSED(422, "Idempotency key used for something else"),
        PRECONDITION_REQUIRED(428, "Precondition required"),
        TOO_MANY_REQUESTS(429, "Too many requests"),
        HEADERS_TOO_LARGE(431, "Headers too large"),
        INTERNAL_ERROR(500, "Unexpected error"),
        UNAVAILABLE(503, "Temporarily unavailable");

        public final int status;
        public final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        /** What a bare status means. */
        static Kind of(int status) {
            return Stream.of(values())
                    .filter(kind -> kind.status == status)
                    .findFirst()
                    .orElse(status >= 500 ? INTERNAL_ERROR : INVALID_REQUEST);
        }

        private String type() {
            return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
