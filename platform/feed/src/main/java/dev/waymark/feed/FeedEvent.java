package dev.waymark.feed;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change as a CloudEvent 1.0 in structured mode. */
@Schema(name = "ChangeEvent", description = "A change, as a CloudEvent 1.0")
record FeedEvent(
        @Schema(required = true, examples = "1.0") String specversion,

        @Schema(required = true, description = "The same wherever the event is told")
        UUID id,

        @Schema(required = true, examples = "/persona-service")
        String source,

        @Schema(required = true, examples = "persona.updated.v1")
        String type,

        @Schema(required = true, description = "The id of what has changed")
        UUID subject,

        @Schema(required = true) Instant time,

        @Schema(
                required = true,
                description = "The position in the workspace's feed: 1, 2, 3, … without gaps, as text",
                examples = "42")
        String sequence,

        @Schema(required = true) String workspace,

        @Schema(required = true, description = "The version that the change made; 1, 2, 3, … for each subject")
        int aggregateversion,

        @Schema(examples = "application/json", description = "Absent if there is no data")
        String datacontenttype,

        @JsonRawValue
        @Schema(
                type = SchemaType.OBJECT,
                description = "The whole document after the change without its context, and in changedElements the ids"
                        + " of what was added, changed or removed in it. Absent once the document has been deleted;"
                        + " the deletion itself has the id only")
        String data) {

    static FeedEvent read(ResultSet row, String service) throws SQLException {
        var data = row.getString("data");
        return new FeedEvent(
                "1.0",
                row.getObject("event_id", UUID.class),
                "/" + service + "-service",
                row.getString("type"),
                row.getObject("aggregate_id", UUID.class),
                row.getTimestamp("occurred_at").toInstant(),
                String.valueOf(row.getLong("feed_position")),
                row.getString("workspace"),
                row.getInt("version"),
                data == null ? null : "application/json",
                data);
    }

    long position() {
        return Long.parseLong(sequence);
    }
}
