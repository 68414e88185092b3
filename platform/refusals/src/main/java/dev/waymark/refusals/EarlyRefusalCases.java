package dev.waymark.refusals;

import dev.waymark.testing.TestWorkspace;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Requests that are refused before a resource is reached; most of them no client would send, so a plain socket does. */
record EarlyRefusalCases(String collection, TestWorkspace workspace) {

    private static final String INVALID = "invalid-request";
    private static final int CHUNK = 0x130000;

    Stream<Refusal> all() {
        return Stream.concat(lines(), Stream.concat(headers(), bodies()));
    }

    private Stream<Refusal> lines() {
        return Stream.of(
                path("a URI too long", 414, "uri-too-long", collection + "?cursor=" + "a".repeat(9_000)),
                path("a percent sign and no number", 400, INVALID, collection + "/%zz"),
                path("a percent sign and nothing", 400, INVALID, collection + "/by-key/a%"),
                path("a percent sign in the query", 400, INVALID, collection + "?limit=%zz"),
                path("a path that is no UTF-8", 400, INVALID, collection + "/by-key/%ff%fe"),
                path("an overlong slash", 400, INVALID, collection + "/by-key/%c0%af"),
                path("brackets in the path", 400, INVALID, collection + "/by-key/a[b]"),
                path("a NUL in the path", 400, INVALID, collection + "/by-key/a%00b"),
                path("a NUL in the query", 400, INVALID, collection + "?q=%00"),
                path("a backslash", 400, INVALID, collection.replaceFirst("/v1/", "/v1\\\\")),
                path("dots", 400, INVALID, "/v1/.." + collection),
                path("encoded dots", 400, INVALID, "/v1/%2e%2E" + collection),
                path("two slashes", 400, INVALID, "/" + collection),
                path("two slashes within", 400, INVALID, collection + "//x"),
                path("a parameter of a segment", 400, INVALID, collection + ";a=b"),
                path("an encoded slash", 404, "not-found", collection.replaceFirst("/v1/", "/v1%2f")),
                line("a method in small letters", 405, "method-not-allowed", "get " + collection + " HTTP/1.1"),
                line("a method that nobody knows", 405, "method-not-allowed", "BREW " + collection + " HTTP/1.1"),
                line("TRACE", 405, "method-not-allowed", "TRACE " + collection + " HTTP/1.1"));
    }

    private Stream<Refusal> headers() {
        return Stream.of(
                header("too many headers", 431, "headers-too-large", "X-A: " + "a".repeat(40_000)),
                header("two hosts", 400, INVALID, "Host: elsewhere"),
                header("nothing acceptable, said badly", 406, "not-acceptable", "Accept: ;;;,"),
                header("an expectation", 417, "expectation-failed", "Expect: nonsense"),
                header("a coding of the transfer", 400, INVALID, "Transfer-Encoding: nonsense"),
                header("a content type that is none", 415, "unsupported-media-type", "Content-Type: garbage"),
                header("a coding of the content", 415, "unsupported-media-type", "Content-Encoding: br"));
    }

    private Stream<Refusal> bodies() {
        return Stream.of(
                body(
                        "a zipped body",
                        415,
                        "unsupported-media-type",
                        "Content-Encoding: gzip\r\nContent-Length: 2",
                        "{}"),
                body(
                        "a body that is too long before it is sent",
                        413,
                        "too-large",
                        "Content-Length: 9999999999999",
                        ""),
                body(
                        "a chunked body that is too long",
                        413,
                        "too-large",
                        "Transfer-Encoding: chunked",
                        Integer.toHexString(CHUNK) + "\r\n" + " ".repeat(CHUNK) + "\r\n0\r\n\r\n"));
    }

    private Refusal path(String what, int status, String type, String path) {
        return line(what, status, type, "GET " + path + " HTTP/1.1");
    }

    private Refusal line(String what, int status, String type, String line) {
        return raw(what, status, type, () -> line + "\r\n" + ours() + "\r\n");
    }

    private Refusal header(String what, int status, String type, String header) {
        return raw(what, status, type, () -> "GET " + collection + " HTTP/1.1\r\n" + ours() + header + "\r\n\r\n");
    }

    private Refusal body(String what, int status, String type, String header, String body) {
        return raw(
                what,
                status,
                type,
                () -> "POST " + collection + " HTTP/1.1\r\n" + ours() + "Content-Type: application/json\r\n" + header
                        + "\r\n\r\n" + body);
    }

    private static Refusal raw(String what, int status, String type, Supplier<String> request) {
        return new Refusal(what, status, type, () -> RawExchange.send(request.get()));
    }

    private String ours() {
        return "Host: localhost\r\nConnection: close\r\nAuthorization: Bearer " + workspace.token("editor") + "\r\n";
    }
}
