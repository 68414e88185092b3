package dev.waymark.persona.persona;

import dev.waymark.content.Reference;
import dev.waymark.document.Document;
import dev.waymark.http.ProblemDetails;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;

/** Someone the company serves: who they are and what they need. */
@Entity
@Table(name = "persona")
class Persona extends Document<PersonaDraft> {

    /** Beside the content, so that the database refuses to delete a segment that is named. */
    @ElementCollection
    @CollectionTable(name = "persona_segment", joinColumns = @JoinColumn(name = "persona_id"))
    @Column(name = "segment_id")
    private Set<UUID> segmentIds = new HashSet<>();

    @JdbcTypeCode(SqlTypes.JSON)
    @OptimisticLock(excluded = true)
    private PersonaContext context = PersonaContext.EMPTY;

    protected Persona() {} // for Hibernate

    Persona(PersonaDraft content, Instant now) {
        super(now);
        say(content);
    }

    /** Takes in what the neighbours know now. */
    void tell(PersonaContext news) {
        context = heard(context, news);
    }

    PersonaContext context() {
        return context;
    }

    @Override
    public void say(PersonaDraft said) {
        super.say(said);
        var named = said.segmentIds().stream().map(Reference::id).toList();
        segmentIds.retainAll(named);
        segmentIds.addAll(named);
    }

    @Override
    protected Object told() {
        return PersonaView.of(this, content(), null);
    }

    @Override
    protected List<ProblemDetails.Violation> missing() {
        var missing = new ArrayList<ProblemDetails.Violation>();
        if (content().headline() == null) {
            missing.add(new ProblemDetails.Violation("/headline", "a published persona says who it is in a sentence"));
        }
        if (content().needs().isEmpty()) {
            missing.add(new ProblemDetails.Violation("/needs", "a published persona has at least one need"));
        }
        return missing;
    }
}
