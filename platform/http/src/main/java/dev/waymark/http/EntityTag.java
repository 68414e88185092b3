package dev.waymark.http;

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

    /** Whether {@code If-None-Match} names exactly this representation (weak comparison, RFC 9110). */
    public boolean isNamedBy(String ifNoneMatch) {
        return ifNoneMatch != null
                && Stream.of(ifNoneMatch.split(","))
                        .map(tag -> tag.trim().replaceFirst("^W/", ""))
                        .anyMatch(tag -> tag.equals("*") || tag.equals(header()));
    }

    boolean sameVersion(String tag) {
        return tag.equals("\"" + version + "\"") || tag.startsWith("\"" + version + ".") && tag.endsWith("\"");
    }
}
