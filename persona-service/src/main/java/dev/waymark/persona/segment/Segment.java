package dev.waymark.persona.segment;

import dev.waymark.document.Document;
import dev.waymark.http.ProblemDetails;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** A group of customers described by criteria. */
@Entity
@Table(name = "segment")
class Segment extends Document<SegmentDraft> {

    protected Segment() {} // for Hibernate

    Segment(SegmentDraft content, Instant now) {
        super(now);
        say(content);
    }

    @Override
    protected Object told() {
        return SegmentView.of(this, content());
    }

    @Override
    protected List<ProblemDetails.Violation> missing() {
        return content().criteria().isEmpty()
                ? List.of(new ProblemDetails.Violation("/criteria", "a published segment has at least one criterion"))
                : List.of();
    }
}
