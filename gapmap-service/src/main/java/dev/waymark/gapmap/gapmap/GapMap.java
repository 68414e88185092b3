package dev.waymark.gapmap.gapmap;

import dev.waymark.document.Document;
import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
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
class GapMap extends Document<GapMapDraft> {

    /** Beside the content, like the journey, for lists and for finding the maps that an event concerns. */
    private UUID personaId;

    private UUID journeyId;
    private long responses;

    /** Counts the changes of ratings: not every one makes a version, but each may change a figure. */
    @OptimisticLock(excluded = true)
    private long ratingsVersion;

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

    GapMap(GapMapDraft content, Instant now) {
        super(now);
        personaId = content.personaId().id();
        say(content);
    }

    /** @throws Problem 409 if it would change what ratings rest on, or whose needs are rated */
    @Override
    public void say(GapMapDraft next) {
        if (!next.personaId().id().equals(personaId)) {
            throw Problem.conflict("A gap map stays with its persona: make another one for another persona.");
        }
        if (responses > 0 && !next.scale().equals(content().scale())) {
            throw Problem.conflict("The scale cannot change once there are ratings on it.");
        }
        var outcome = content() == null ? null : content().settings().outcome();
        if (responses > 0
                && outcome != null
                && !outcome.sameRange(next.settings().outcome())) {
            throw Problem.conflict("The range of the outcome cannot change once there are ratings.");
        }
        if (responses > 0 && !next.scales().equals(content().scales())) {
            throw Problem.conflict("The scale of importance cannot change once there are ratings.");
        }
        super.say(next);
        journeyId = next.journeyId() == null ? null : next.journeyId().id();
        var compared = Set.copyOf(next.providerIds());
        providerIds.retainAll(compared);
        providerIds.addAll(compared);
    }

    /** Takes in what the scores say now. */
    void score(List<ValueGap> now) {
        gaps = List.copyOf(now);
    }

    /** Takes in that there are other ratings, and so many more responses. */
    void rate(long more) {
        responses += more;
        ratingsVersion++;
    }

    /** Takes in what the neighbours know now. */
    void tell(GapMapContext news) {
        context = heard(context, news);
    }

    GapMapContext context() {
        return context;
    }

    UUID personaId() {
        return personaId;
    }

    long responses() {
        return responses;
    }

    long ratingsVersion() {
        return ratingsVersion;
    }

    List<ValueGap> gaps() {
        return gaps;
    }

    @Override
    protected Object state() {
        return List.of(content(), gaps, responses);
    }

    @Override
    protected Object told() {
        return GapMapView.of(this, content(), null);
    }

    @Override
    protected List<ProblemDetails.Violation> missing() {
        return content().competitorIds().isEmpty()
                ? List.of(new ProblemDetails.Violation("/competitorIds", "a published map compares with someone"))
                : List.of();
    }
}
