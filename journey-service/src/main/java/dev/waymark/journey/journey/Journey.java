package dev.waymark.journey.journey;

import dev.waymark.document.Document;
import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails;
import dev.waymark.journey.map.JourneyType;
import dev.waymark.journey.neighbour.KnownAbout;
import dev.waymark.journey.review.Freshness;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;

/** One persona's way through one scenario: stages that hold steps that hold touchpoints. */
@Entity
@Table(name = "journey")
class Journey extends Document<JourneyDraft> {

    @Column(updatable = false)
    private UUID personaId;

    @Enumerated(EnumType.STRING)
    private JourneyType type;

    private UUID pairedJourneyId;

    @Enumerated(EnumType.STRING)
    private Freshness freshness;

    @JdbcTypeCode(SqlTypes.JSON)
    @OptimisticLock(excluded = true)
    private JourneyContext context;

    protected Journey() {} // for Hibernate

    Journey(JourneyDraft content, KnownAbout known, Instant now) {
        super(now);
        personaId = content.personaId().id();
        say(content);
        freshness = freshness(now);
        context = JourneyContext.of(content.stages(), known);
    }

    /** @throws Problem 409 if it is to become another persona's */
    void replace(JourneyDraft said, Instant now) {
        if (!said.personaId().id().equals(personaId)) {
            throw Problem.conflict("A journey stays with its persona: create another one for another persona.");
        }
        if (!said.equals(content())) { // or time alone would make a version
            say(said);
            freshness = freshness(now);
        }
    }

    /** Takes in what the neighbours know now. */
    void tell(KnownAbout known) {
        context = heard(context, JourneyContext.of(content().stages(), known));
    }

    UUID personaId() {
        return personaId;
    }

    Freshness freshness() {
        return freshness;
    }

    JourneyContext context() {
        return context;
    }

    @Override
    public void say(JourneyDraft said) {
        super.say(said);
        type = said.type();
        pairedJourneyId =
                said.pairedJourneyId() == null ? null : said.pairedJourneyId().id();
    }

    @Override
    protected Object told() {
        return JourneyView.of(this, content(), null);
    }

    @Override
    protected List<ProblemDetails.Violation> missing() {
        var missing = new ArrayList<ProblemDetails.Violation>();
        if (content().scenario() == null) {
            missing.add(new ProblemDetails.Violation("/scenario", "a published journey says what it is about"));
        }
        if (content().trigger() == null) {
            missing.add(new ProblemDetails.Violation("/trigger", "a published journey starts from what sets it off"));
        }
        if (content().stages().isEmpty()) {
            missing.add(new ProblemDetails.Violation("/stages", "a published journey has at least one stage"));
        }
        for (int i = 0; i < content().stages().size(); i++) {
            if (content().stages().get(i).phase() == null) {
                missing.add(new ProblemDetails.Violation("/stages/" + i + "/phase", "a published stage has a phase"));
            }
        }
        return missing;
    }

    private Freshness freshness(Instant now) {
        var reviewed = content().lastReviewedAt();
        return Freshness.of(reviewed == null ? createdAt() : reviewed, content().reviewCadence(), now);
    }
}
