package dev.waymark.document;

import dev.waymark.http.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers about one document, or something else with an ETag, and the headers that belong to it. */
public final class Answers {

    private Answers() {}

    /** 200, or 304 if the caller has this very representation. */
    public static <V> RestResponse<V> ok(Document<?> document, V view, String ifNoneMatch) {
        return ok(document.entityTag(), view, ifNoneMatch);
    }

    /** 200, or 304 if the caller has this very representation. */
    public static <V> RestResponse<V> ok(EntityTag tag, V view, String ifNoneMatch) {
        return ok(tag.header(), view, ifNoneMatch);
    }

    /** 200, or 304 if the caller has this very representation. */
    public static <V> RestResponse<V> ok(String tag, V view, String ifNoneMatch) {
        return EntityTag.names(ifNoneMatch, tag)
                ? tagged(RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED), tag)
                : tagged(RestResponse.ResponseBuilder.ok(view), tag);
    }

    public static <V> RestResponse<V> ok(Document<?> document, V view) {
        return tagged(RestResponse.ResponseBuilder.ok(view), document.entityTag());
    }

    /** 201 with the place of the new document in {@code collection}, {@code v1/personas} say. */
    public static <V> RestResponse<V> created(Document<?> document, V view, UriInfo uri, String collection) {
        var location = uri.getBaseUriBuilder()
                .path(collection)
                .path(document.id().toString())
                .build();
        return tagged(RestResponse.ResponseBuilder.<V>created(location).entity(view), document.entityTag());
    }

    private static <V> RestResponse<V> tagged(RestResponse.ResponseBuilder<V> answer, EntityTag tag) {
        return tagged(answer, tag.header());
    }

    /** Caches may keep it for this caller, and have to ask each time whether it is still so. */
    public static <V> RestResponse<V> tagged(RestResponse.ResponseBuilder<V> answer, String tag) {
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
