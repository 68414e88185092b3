package dev.waymark.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
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

    static ProblemDetails of(int status, String slug, String title, String detail, List<Violation> errors) {
        return new ProblemDetails("/problems/" + slug, title, status, detail, null, List.copyOf(errors));
    }

    static ProblemDetails of(int status, String title, String detail) {
        var slug = title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        return of(status, slug, title, detail, List.of());
    }

    ProblemDetails at(String path) {
        return new ProblemDetails(type, title, status, detail, path, errors);
    }
}
