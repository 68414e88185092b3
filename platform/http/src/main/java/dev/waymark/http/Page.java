package dev.waymark.http;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One page of a list.
 *
 * @param items at most as many as asked for
 * @param next the cursor of the page after this one; absent on the last
 */
public record Page<T>(
        @Schema(required = true) @JsonSerialize(contentAs = Object.class) // each as what it is: views differ
        List<T> items,

        @Schema(description = "Cursor of the next page; absent on the last one")
        String next) {

    /** Makes a page of what was read one row beyond {@code limit}; {@code key} gives the row's place in the order. */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, String> key) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, request.limit());
        return new Page<>(items, request.cursorAfter(key.apply(items.getLast())));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }

    /** 200 with the {@code Link: rel=next} that belongs to it. */
    public RestResponse<Page<T>> response(UriInfo uri) {
        var ok = RestResponse.ResponseBuilder.ok(this);
        if (next != null) {
            var target =
                    uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
            ok.links(Link.fromUri(target).rel("next").build());
        }
        return ok.build();
    }
}
