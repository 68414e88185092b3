package dev.waymark.http;

import java.util.List;
import java.util.stream.Stream;

/** The {@code If-Match} header of RFC 9110: the versions a change is meant for, or any ({@code *}). */
public record IfMatch(boolean any, List<String> tags) {

    /** For changes that need no precondition but honour one. */
    public static IfMatch optional(String header) {
        return header == null || header.isBlank() ? new IfMatch(true, List.of()) : parse(header);
    }

    /** @throws Problem 428 if the header is absent */
    public static IfMatch required(String header) {
        if (header == null || header.isBlank()) {
            throw Problem.preconditionRequired();
        }
        return parse(header);
    }

    /** @throws Problem 412 if the resource is at another version; what neighbours told (the context) does not count */
    public void check(EntityTag current) {
        if (!any && tags.stream().noneMatch(current::sameVersion)) {
            throw Problem.staleVersion(current.header());
        }
    }

    /** @throws Problem 412 if the resource has another ETag than all of these */
    public void check(String current) {
        if (!any && !tags.contains(current)) {
            throw Problem.staleVersion(current);
        }
    }

    private static IfMatch parse(String header) {
        return new IfMatch(
                header.trim().equals("*"),
                Stream.of(header.split(",")).map(String::trim).toList());
    }
}
