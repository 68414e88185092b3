package dev.waymark.feed;

import dev.waymark.http.Problem;
import dev.waymark.workspace.CurrentCaller;
import dev.waymark.workspace.Role;
import io.quarkus.vertx.http.Compressed;
import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The change feed over HTTP. */
@Path(EventsResource.PATH)
@Tag(name = "Events", description = "What has changed, in order and without gaps")
@RunOnVirtualThread
@RolesAllowed(Role.VIEW)
public class EventsResource {

    static final String PATH = "/v1/events";
    static final String BATCH = "application/cloudevents-batch+json";

    private static final int LARGEST = 100;

    private final Feed feed;
    private final Streams streams;
    private final CurrentCaller caller;

    EventsResource(Feed feed, Streams streams, CurrentCaller caller) {
        this.feed = feed;
        this.streams = streams;
        this.caller = caller;
    }

    @GET
    @Produces(BATCH)
    @Compressed
    @Operation(
            operationId = "listEvents",
            summary = "Read or stream the changes of the workspace, in order and without gaps",
            description = """
                    Give the last position you have seen as `after`; an empty answer is the end for now. With \
                    `Accept: text/event-stream` the changes are streamed: `id` is the position, `event` the type, `data` the \
                    event. A stream resumes from `Last-Event-ID`, and ends when the token expires.""")
    @Parameter(
            name = "Last-Event-ID",
            in = ParameterIn.HEADER,
            description = "For streams: the position to resume from; wins over after",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
    @APIResponse(
            responseCode = "200",
            description = "At most limit events, fewer if they are large; none only at the end",
            headers =
                    @Header(
                            name = "Link",
                            description = "What follows, rel=next; absent if nothing was returned",
                            schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(
                        mediaType = BATCH,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = FeedEvent.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<List<FeedEvent>> list(
            @Parameter(
                            description = "The last position seen; absent for the beginning",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
                    @QueryParam("after")
                    String after,
            @Parameter(description = "How many at most; of pages only, a stream has no limit")
                    @QueryParam("limit")
                    @DefaultValue("25")
                    int limit,
            UriInfo uri) {
        if (limit < 1 || limit > LARGEST) {
            throw Problem.invalid("limit", "must be between 1 and " + LARGEST);
        }
        var start = position("after", after);
        var events = feed.after(start, limit);
        var answer = RestResponse.ResponseBuilder.ok(events);
        if (events.isEmpty()) {
            feed.requireGiven("after", start);
        } else {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("after", events.getLast().sequence())
                    .build();
            answer.links(Link.fromUri(next).rel("next").build());
        }
        return answer.build();
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Uncompressed
    @Operation(operationId = "streamEvents", hidden = true) // described with listEvents: a path has one GET
    public void stream(
            @QueryParam("after") String after,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServerResponse response) {
        var name = lastEventId == null ? "after" : "Last-Event-ID";
        var start = position(name, lastEventId == null ? after : lastEventId);
        feed.requireGiven(name, start);
        streams.serve(new EventStream.Client(start, caller.until(), sink, sse, response::reset));
    }

    private static long position(String name, String text) {
        if (text == null) {
            return 0;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.invalid(name, "must be a position: a whole number, 0 or more");
        }
        return Long.parseLong(text);
    }
}
