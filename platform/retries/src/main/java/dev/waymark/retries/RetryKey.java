package dev.waymark.retries;

import dev.waymark.http.Problem;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What makes a request the same as an earlier one: the caller's key, for one method and path. Workspace and actor are added
 * by {@link Retries}.
 *
 * @param value the key; null if the caller gave none
 * @param query the query string, as part of what must not differ between repeats; empty if there is none
 */
public record RetryKey(String value, String method, String path, String query) {

    /** The header it comes in. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,255}");

    /** @throws Problem 400 naming the header if the key is not 1–255 visible ASCII characters */
    public RetryKey {
        if (value != null && !VISIBLE_ASCII.matcher(value).matches()) {
            throw Problem.invalid(HEADER, "must be 1 to 255 visible ASCII characters");
        }
    }

    /**
     * The key of a {@code POST}.
     *
     * @param header what {@link #HEADER} says; null if it is absent
     * @throws Problem 400 naming the header if the key is not 1–255 visible ASCII characters
     */
    public static RetryKey post(String header, UriInfo uri) {
        var asked = uri.getRequestUri();
        return new RetryKey(header, "POST", asked.getRawPath(), Objects.requireNonNullElse(asked.getRawQuery(), ""));
    }

    /** Whether the caller gave a key at all. */
    public boolean given() {
        return value != null;
    }

    /** The key of one item of a batch, which is done once by itself. No path holds a bare {@code #}, so nothing collides. */
    public RetryKey item(int index) {
        return new RetryKey(value, method, path + "#" + index, query);
    }
}
