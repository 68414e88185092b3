package dev.waymark.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * The ETag of a resource: {@code "version.context"}.
 *
 * @param version counts the changes made through this service's API
 * @param context counts the changes of what neighbours told about it
 */
public record EntityTag(int version, long context) {

    public String header() {
        return "\"" + version + "." + context + "\"";
    }

    /** Whether {@code If-None-Match} names exactly this representation. */
    public boolean isNamedBy(String ifNoneMatch) {
        return names(ifNoneMatch, header());
    }

    /** Whether {@code If-None-Match} names a representation (weak comparison, RFC 9110). */
    public static boolean names(String ifNoneMatch, String header) {
        return ifNoneMatch != null
                && Stream.of(ifNoneMatch.split(","))
                        .map(tag -> tag.trim().replaceFirst("^W/", ""))
                        .anyMatch(tag -> tag.equals("*") || tag.equals(header));
    }

    /** The ETag of what has no version of its own: a digest of its text. */
    public static String of(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    boolean sameVersion(String tag) {
        return tag.equals("\"" + version + "\"") || tag.startsWith("\"" + version + ".") && tag.endsWith("\"");
    }
}
