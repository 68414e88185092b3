package dev.waymark.gapmap.provider;

import dev.waymark.document.Document;
import dev.waymark.document.Element;
import dev.waymark.http.ProblemDetails;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Whoever can serve a need: the own company or a competitor. */
@Entity
@Table(name = "provider")
class Provider extends Document {

    static final String TYPE = "provider";

    private String name;

    @Enumerated(EnumType.STRING)
    private ProviderKind kind;

    protected Provider() {} // for Hibernate

    Provider(ProviderDraft draft, Instant now) {
        super(now);
        replace(draft);
    }

    void replace(ProviderDraft draft) {
        externalKey(draft.externalKey());
        name = draft.name();
        kind = draft.kind();
    }

    String name() {
        return name;
    }

    ProviderKind kind() {
        return kind;
    }

    @Override
    protected String aggregateType() {
        return TYPE;
    }

    @Override
    protected Object content() {
        return List.of(name, kind);
    }

    @Override
    protected Collection<? extends Element<?>> elements() {
        return List.of();
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
