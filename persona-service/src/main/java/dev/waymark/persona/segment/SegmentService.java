package dev.waymark.persona.segment;

import dev.waymark.content.Reference;
import dev.waymark.document.DocumentParts;
import dev.waymark.document.DocumentService;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Problem;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How segments are made, shown and, for personas, found. */
@Singleton
public class SegmentService extends DocumentService<Segment, SegmentDraft, SegmentView> {

    private final Segments rows;

    SegmentService(Segments rows, DocumentParts parts) {
        super("segment", SegmentDraft.class, rows, parts);
        this.rows = rows;
    }

    @Override
    protected Segment fresh(SegmentDraft content, Instant now) {
        return new Segment(content, now);
    }

    @Override
    public SegmentView view(Segment segment) {
        return SegmentView.of(segment, placed(segment));
    }

    @Override
    public SegmentSummary summary(Segment segment) {
        return SegmentSummary.of(segment);
    }

    /** The id of the segment that is meant, by its id or external key. */
    public Optional<UUID> find(Reference reference) {
        return documents().find(reference);
    }

    /** A persona that comes to name it meanwhile is noticed by the foreign key. */
    @Override
    public void delete(UUID id, IfMatch ifMatch) {
        var personas = rows.personas(id);
        if (personas > 0) {
            throw Problem.conflict("Personas name this segment (" + personas + "; GET /v1/personas?segmentId=" + id
                    + " lists them): take it out of their segmentIds first.");
        }
        super.delete(id, ifMatch);
    }
}
