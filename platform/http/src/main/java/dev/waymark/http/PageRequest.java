package dev.waymark.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Which page of which list is asked for.
 *
 * @param query identifies the list with its sort and filters; a cursor is good for the query that gave it only
 * @param limit 1–100
 * @param after the place in the order after which the page starts; null for the first page
 */
public record PageRequest(String query, int limit, String after) {

    public static final int LARGEST = 100;

    private static final String VERSION = "1";

    /** @throws Problem 400 if the limit is out of range or the cursor is not one of this query */
    public static PageRequest of(String query, int limit, String cursor) {
        if (limit < 1 || limit > LARGEST) {
            throw Problem.invalid("limit", "must be between 1 and " + LARGEST);
        }
        return new PageRequest(query, limit, cursor == null ? null : open(query, cursor));
    }

    /**
     * An id in {@link #after}.
     *
     * @throws Problem 400 if the cursor was made by somebody else
     */
    public UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException forged) {
            throw unknownCursor();
        }
    }

    String cursorAfter(String key) {
        var plain = String.join("\n", VERSION, query, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static String open(String query, String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", 3);
            if (parts.length == 3 && parts[0].equals(VERSION) && parts[1].equals(query)) {
                return parts[2];
            }
        } catch (IllegalArgumentException notBase64) {
            // told below: the caller cannot do anything else about it
        }
        throw unknownCursor();
    }

    /** What to throw if what is in {@link #after} could not be the place of anything. */
    public static Problem unknownCursor() {
        return Problem.invalid("cursor", "is not a cursor of this list with this sort and these filters");
    }
}
