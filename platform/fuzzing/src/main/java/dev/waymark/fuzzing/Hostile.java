package dev.waymark.fuzzing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** What somebody sends who wants something to break. Texts are as they are sent: a char for each byte. */
record Hostile(RandomGenerator random) {

    private static final List<String> TEXTS = List.of(
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\udc00\ud800",
            "\uffff",
            "\ufeff",
            "\u202eevil",
            "\u2028",
            "a\r\nX-Injected: yes",
            "'; drop table persona; --",
            "\" or 1=1",
            "${jndi:ldap://127.0.0.1:1/a}",
            "#{7*7}{{7*7}}${7*7}%{7*7}",
            "<script>alert(1)</script>",
            "../../../../etc/passwd",
            "%00%0d%0a",
            "=cmd|' /C calc'!A0",
            "İıſK",
            "a" + "\u0301".repeat(500),
            "👩‍👩‍👧‍👦".repeat(50),
            "x".repeat(70_000),
            "\\".repeat(300),
            "%".repeat(300),
            "NaN",
            "-0",
            "1e999999999",
            "9".repeat(400),
            "key:",
            "key:\u0000",
            "null");

    private static final List<String> WHOLES = List.of(
            "",
            " ",
            "null",
            "true",
            "0",
            "\"\"",
            "[]",
            "{}",
            "[{}]",
            "{",
            "}",
            "\u0000",
            "\u0000\u0000\u0000\"\u0000",
            "\u0000\u0000\u00ff\u00fe",
            "NaN",
            "{\"\": 1}",
            "{\"__proto__\": {\"admin\": true}}",
            "{\"@type\": \"java.lang.Runtime\"}",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "--- !!javax.script.ScriptEngineManager []",
            "[".repeat(100_000),
            "{\"a\":".repeat(50_000),
            "[" + "[],".repeat(100_000) + "[]]",
            "{" + "\"a\":1,".repeat(50_000) + "\"b\":1}",
            "1".repeat(900_000),
            "\"" + "\\u0041".repeat(150_000) + "\"",
            " ".repeat(1_000_000) + "{}");

    private static final List<String> NUMBERS = List.of(
            "1e400",
            "-1e400",
            "1e-400",
            "1e2147483648",
            "1E+999999999",
            "01",
            "+1",
            ".5",
            "1.",
            "0x10",
            "NaN",
            "-Infinity",
            "-",
            "1".repeat(1_000),
            "0." + "1".repeat(1_000),
            "9223372036854775808",
            "-0.0",
            "1_000",
            "1e",
            "٣");

    private static final List<String> HEADERS = List.of(
            "If-Match: garbage",
            "If-Match: \"",
            "If-Match: W/\"1.1\"",
            "If-Match: \"1.1\", \"2.2\", *",
            "If-Match: \"" + "9".repeat(400) + "\"",
            "If-Match: \u00ff\u00fe",
            "If-None-Match: *, *",
            "If-None-Match: \"-1\"",
            "Idempotency-Key: ",
            "Idempotency-Key: " + "k".repeat(300),
            "Idempotency-Key: \u00ff\u00fe",
            "Accept: ;;;",
            "Accept: */*;q=abc",
            "Accept: text/html",
            "Accept: application/json;version=\"9",
            "Accept-Encoding: \u00ff",
            "Accept-Charset: nonsense",
            "Accept-Language: " + "a-".repeat(500),
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: application/json; charset=nonsense",
            "Content-Type: application/json;;;",
            "Content-Type: garbage",
            "Content-Type: multipart/form-data",
            "Content-Type: application/xml",
            "X-Workspace: other",
            "X-Workspace: \u00ff",
            "Last-Event-ID: -1",
            "Last-Event-ID: 99999999999999999999",
            "Authorization: Bearer",
            "Authorization: Basic YTpi",
            "Authorization: Bearer a.b.c",
            "X-HTTP-Method-Override: DELETE",
            "X-Forwarded-Host: evil.example",
            "Forwarded: for=\"[",
            "Range: bytes=0-1",
            "If-Modified-Since: yesterday",
            "Cookie: " + "a=b; ".repeat(500),
            "traceparent: 00-garbage",
            "Origin: null",
            "Upgrade: websocket",
            "X: " + "x".repeat(9_000),
            " : x",
            "No colon",
            "Host: elsewhere.example",
            "Content-Encoding: gzip");

    /** Of any text; not encoded. */
    String text() {
        return any(TEXTS);
    }

    String header() {
        return any(HEADERS);
    }

    /** In place of a segment of a path or a value in a query: encoded well, or as nobody would. */
    String segment() {
        return switch (random.nextInt(6)) {
            case 0 ->
                any(List.of(
                        "..", ".", "%2e%2e", "%2f", "%5c", "%", "%zz", "%c0%af", "%ff", "a;b=c", "", "~", "*", "[]"));
            case 1 -> Integer.toString(random.nextInt());
            case 2 -> "00000000-0000-0000-0000-000000000000";
            case 3 -> "Z".repeat(random.nextInt(1, 3_000));
            default -> encoded(text());
        };
    }

    /** In place of a whole body. */
    String body(String json) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> any(WHOLES);
            case 3 -> json.substring(0, random.nextInt(json.length() + 1));
            case 4 -> json + any(WHOLES);
            case 5 -> replaced(json, "\"[^\"]*\" *:", "\"name\":");
            case 6 -> replaced(json, "[0-9.]+", any(NUMBERS));
            case 7 ->
                replaced(
                        json,
                        "\"[^\"]*\"",
                        any(List.of(
                                "\"\\u0000\"",
                                "\"\\ud800\"",
                                "\"\\x\"",
                                "'a'",
                                "a",
                                "\"\t\"",
                                "\"\u00ff\u00fe\"",
                                "\"\u00c0\u0080\"")));
            case 8 -> replaced(json, "[,:{}\\[\\]]", any(List.of(",,", ":", "}", "[", "/**/", "#", "")));
            case 9 -> new String(json.getBytes(UTF_16), ISO_8859_1);
            case 10 -> sent("\ufeff") + json;
            default -> scrambled(json);
        };
    }

    private String scrambled(String json) {
        var text = new StringBuilder(json);
        for (var i = 0; i < 3 && !text.isEmpty(); i++) {
            text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
        }
        return text.toString();
    }

    /** One of what fits, not the first each time. */
    private String replaced(String text, String expression, String by) {
        var found = Pattern.compile(expression).matcher(text).results().toList();
        if (found.isEmpty()) {
            return text;
        }
        var one = any(found);
        return text.substring(0, one.start()) + by + text.substring(one.end());
    }

    /** A char for each byte that is sent. */
    static String sent(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
