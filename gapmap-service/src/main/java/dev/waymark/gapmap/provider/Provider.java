package dev.waymark.gapmap.provider;

import dev.waymark.document.Document;
import dev.waymark.http.ProblemDetails;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** Whoever can serve a need: the own company or a competitor. */
@Entity
@Table(name = "provider")
class Provider extends Document<ProviderDraft> {

    /** Beside the content, for lists. */
    @Enumerated(EnumType.STRING)
    private ProviderKind kind;

    protected Provider() {} // for Hibernate

    Provider(ProviderDraft content, Instant now) {
        super(now);
        say(content);
    }

    @Override
    public void say(ProviderDraft said) {
        super.say(said);
        kind = said.kind();
    }

    @Override
    protected Object told() {
        return ProviderView.of(this);
    }

    @Override
    protected List<ProblemDetails.Violation> missing() {
        return List.of();
    }
}
