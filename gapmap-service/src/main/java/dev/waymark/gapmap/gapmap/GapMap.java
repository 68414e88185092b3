package dev.waymark.gapmap.gapmap;

import dev.waymark.document.Document;
import dev.waymark.document.Element;
import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;

/** Need × provider for one persona: how each is delivered, and where the gaps are. */
@Entity
@Table(name = "gap_map")
class GapMap extends Document {

    static final String TYPE = "gap-map";

    private String name;
    private UUID personaId;
    private long responses;

    @JdbcTypeCode(SqlTypes.JSON)
    private GapMapContent content;

    /** Beside the content, so that the database refuses to delete a provider that is compared. */
    @ElementCollection
    @CollectionTable(name = "gap_map_provider", joinColumns = @JoinColumn(name = "gap_map_id"))
    @Column(name = "provider_id")
    private Set<UUID> providerIds = new HashSet<>();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ValueGap> gaps = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @OptimisticLock(excluded = true)
    private GapMapContext context;

    protected GapMap() {} // for Hibernate

    GapMap(GapMapDraft draft, Instant now) {
        super(now);
        personaId = draft.personaId();
        replace(draft);
    }

    /** @throws Problem 409 if it would change what ratings rest on */
    void replace(GapMapDraft draft) {
        var next = draft.content();
        if (!next.personaId().equals(personaId)) {
            throw Problem.conflict("A gap map stays with its persona: make another one for another persona.");
        }
        if (responses > 0 && !next.scale().equals(content.scale())) {
            throw Problem.conflict("The scale cannot change once there are ratings on it.");
        }
        var outcome = content == null ? null : content.settings().outcome();
        if (responses > 0
                && outcome != null
                && !outcome.sameRange(next.settings().outcome())) {
            throw Problem.conflict("The range of the outcome cannot change once there are ratings.");
        }
        externalKey(draft.externalKey());
        name = next.name();
        content = next;
        var compared = new HashSet<>(next.competitorIds());
        compared.add(next.ownProviderId());
        providerIds.retainAll(compared);
        providerIds.addAll(compared);
    }

    /** Takes in what the scores say now, of so many responses. */
    void score(List<ValueGap> now, long ofResponses) {
        gaps = List.copyOf(now);
        responses = ofResponses;
    }

    /** Takes in what the neighbours know now. */
    void tell(GapMapContext news) {
        if (!news.equals(context)) {
            context = news;
            contextChanged();
        }
    }

    GapMapContext context() {
        return context;
    }

    UUID personaId() {
        return personaId;
    }

    GapMapContent said() {
        return content;
    }

    long responses() {
        return responses;
    }

    List<ValueGap> gaps() {
        return gaps;
    }

    @Override
    protected String aggregateType() {
        return TYPE;
    }

    @Override
    protected Object content() {
        return List.of(content, gaps, responses);
    }

    @Override
    protected Collection<? extends Element<?>> elements() {
        return List.of();
    }

    @Override
    protected Object told() {
        return GapMapView.withoutContext(this);
    }

    @Override
    protected List<ProblemDetails.Violation> missing() {
        return content.competitorIds().isEmpty()
                ? List.of(new ProblemDetails.Violation("/competitorIds", "a published map compares with someone"))
                : List.of();
    }
}
