package dev.waymark.persona.persona;

import dev.waymark.document.Document;
import dev.waymark.document.Element;
import dev.waymark.document.Elements;
import dev.waymark.http.ProblemDetails;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;

/** Someone the company serves: a name, a sentence, and what they need. */
@Entity
@Table(name = "persona")
class Persona extends Document {

    static final String TYPE = "persona";

    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private PersonaContent content;

    @JdbcTypeCode(SqlTypes.JSON)
    @OptimisticLock(excluded = true)
    private PersonaContext context = PersonaContext.EMPTY;

    protected Persona() {} // for Hibernate

    Persona(PersonaDraft draft, Instant now) {
        super(now);
        replace(draft);
    }

    void replace(PersonaDraft draft) {
        var needs = Elements.settle(draft.needs(), content == null ? List.of() : content.needs());
        Elements.requireUnique(needs);
        externalKey(draft.externalKey());
        name = draft.name();
        content = new PersonaContent(draft.name(), draft.headline(), needs);
    }

    /** Takes in what the neighbours know now. */
    void tell(PersonaContext news) {
        if (!news.equals(context)) {
            context = news;
            contextChanged();
        }
    }

    PersonaContext context() {
        return context;
    }

    @Override
    protected String aggregateType() {
        return TYPE;
    }

    @Override
    protected PersonaContent content() {
        return content;
    }

    @Override
    protected Collection<? extends Element<?>> elements() {
        return content.needs();
    }

    @Override
    protected Object told() {
        return PersonaView.withoutContext(this);
    }

    @Override
    protected List<ProblemDetails.Violation> missing() {
        var missing = new ArrayList<ProblemDetails.Violation>();
        if (content.headline() == null) {
            missing.add(new ProblemDetails.Violation("/headline", "a published persona says who it is in a sentence"));
        }
        if (content.needs().isEmpty()) {
            missing.add(new ProblemDetails.Violation("/needs", "a published persona has at least one need"));
        }
        return missing;
    }
}
