package dev.waymark.document;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers about one document, with the headers that belong to it. */
public final class Answers {

    private Answers() {}

    /** 200, or 304 if the caller has this very representation. */
    public static <V> RestResponse<V> ok(Document document, V view, String ifNoneMatch) {
        return document.entityTag().isNamedBy(ifNoneMatch)
                ? tagged(RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED), document)
                : ok(document, view);
    }

    public static <V> RestResponse<V> ok(Document document, V view) {
        return tagged(RestResponse.ResponseBuilder.ok(view), document);
    }

    /** 201 with the place of the new document in {@code collection}, {@code v1/personas} say. */
    public static <V> RestResponse<V> created(Document document, V view, UriInfo uri, String collection) {
        var location = uri.getBaseUriBuilder()
                .path(collection)
                .path(document.id().toString())
                .build();
        return tagged(RestResponse.ResponseBuilder.<V>created(location).entity(view), document);
    }

    /** 201 or 200, whichever a by-key PUT did. */
    public static <V> RestResponse<V> put(Documents.Put<?> put, V view, UriInfo uri, String collection) {
        return put.created() ? created(put.document(), view, uri, collection) : ok(put.document(), view);
    }

    private static <V> RestResponse<V> tagged(RestResponse.ResponseBuilder<V> answer, Document document) {
        return answer.header(HttpHeaders.ETAG, document.entityTag().header())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
