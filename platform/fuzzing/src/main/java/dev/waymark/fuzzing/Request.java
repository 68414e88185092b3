package dev.waymark.fuzzing;

import dev.waymark.refusals.Operation;
import dev.waymark.refusals.RawExchange;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request as it is sent.
 *
 * @param seed of all that its workspace is asked
 * @param kind what was tried
 * @param target path and query, as in the first line
 * @param headers lines; those that every request has are not among them
 * @param body a char for each byte
 * @param refusal why the OpenAPI document refuses the body; empty if it does not
 */
record Request(
        long seed,
        Operation operation,
        Kind kind,
        String target,
        List<String> headers,
        String body,
        List<String> refusal) {

    private static final int SHOWN = 1_500;
    private static final int LONGEST_TARGET = 65_000;
    private static final Pattern HEADER = Pattern.compile("[!#-'*+.^_`|~0-9A-Za-z-]+:");

    /** Where a request comes from. */
    enum Kind {
        /** Values that the document allows. */
        VALID,
        /** Values just within or just beyond what it allows. */
        BOUNDARY,
        /** One thing that it refuses. */
        INVALID,
        /** One thing that is meant to break something. */
        HOSTILE
    }

    Request with(List<String> otherHeaders) {
        return new Request(seed, operation, kind, target, otherHeaders, body, refusal);
    }

    Request with(String otherBody, List<String> whyRefused) {
        return new Request(seed, operation, kind, target, headers, otherBody, whyRefused);
    }

    RawExchange send(String token) {
        return RawExchange.send(
                text("Host: localhost\r\nConnection: close\r\nAuthorization: Bearer " + token + "\r\n"));
    }

    String path() {
        return target.split("\\?", 2)[0];
    }

    String query() {
        return target.contains("?") ? target.split("\\?", 2)[1] : null;
    }

    /** Whether the server can read it; what it cannot read, or not within its limits, has no body in its answer. */
    boolean isHttp() {
        return target.length() < LONGEST_TARGET
                && headers.stream().allMatch(header -> HEADER.matcher(header).lookingAt());
    }

    /** Whether something could come of it. */
    boolean writes() {
        return !operation.method().equals("GET");
    }

    private String text(String always) {
        return operation.method() + " " + target + " HTTP/1.1\r\n" + always
                + headers.stream().map(header -> header + "\r\n").collect(Collectors.joining())
                + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n") + "\r\n" + body;
    }

    @Override
    public String toString() {
        var text = text("");
        return kind + " of seed " + seed + ": "
                + (text.length() > SHOWN ? text.substring(0, SHOWN) + " … " + text.length() : text);
    }
}
