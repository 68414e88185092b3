package dev.waymark.journey.journey;

import dev.waymark.document.Document;
import dev.waymark.document.Element;
import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails;
import dev.waymark.journey.neighbour.KnownAbout;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;

/** One persona's way through one scenario: stages that hold steps that hold touchpoints. */
@Entity
@Table(name = "journey")
class Journey extends Document {

    static final String TYPE = "journey";

    @Column(updatable = false)
    private UUID personaId;

    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private JourneyContent content;

    @JdbcTypeCode(SqlTypes.JSON)
    @OptimisticLock(excluded = true)
    private JourneyContext context;

    protected Journey() {} // for Hibernate

    Journey(JourneyDraft draft, KnownAbout known, Instant now) {
        super(now);
        personaId = draft.personaId();
        say(JourneyContent.of(draft, List.of()), draft.externalKey());
        context = JourneyContext.of(content.stages(), known);
    }

    /** @throws Problem 409 if it is to become another persona's */
    void replace(JourneyDraft draft) {
        if (!draft.personaId().equals(personaId)) {
            throw Problem.conflict("A journey stays with its persona: create another one for another persona.");
        }
        say(JourneyContent.of(draft, content.stages()), draft.externalKey());
    }

    /** Takes in what the neighbours know now. */
    void tell(KnownAbout known) {
        var news = JourneyContext.of(content.stages(), known);
        if (!news.equals(context)) {
            context = news;
            contextChanged();
        }
    }

    UUID personaId() {
        return personaId;
    }

    JourneyContext context() {
        return context;
    }

    @Override
    protected String aggregateType() {
        return TYPE;
    }

    @Override
    protected JourneyContent content() {
        return content;
    }

    @Override
    protected Collection<? extends Element<?>> elements() {
        return content.elements();
    }

    @Override
    protected Object told() {
        return JourneyView.withoutContext(this);
    }

    @Override
    protected List<ProblemDetails.Violation> missing() {
        var missing = new ArrayList<ProblemDetails.Violation>();
        if (content.scenario() == null) {
            missing.add(new ProblemDetails.Violation("/scenario", "a published journey says what it is about"));
        }
        if (content.stages().isEmpty()) {
            missing.add(new ProblemDetails.Violation("/stages", "a published journey has at least one stage"));
        }
        for (int i = 0; i < content.stages().size(); i++) {
            if (content.stages().get(i).phase() == null) {
                missing.add(new ProblemDetails.Violation("/stages/" + i + "/phase", "a published stage has a phase"));
            }
        }
        return missing;
    }

    private void say(JourneyContent said, String externalKey) {
        externalKey(externalKey);
        name = said.name();
        content = said;
    }
}
