package dev.waymark.document;

import dev.waymark.content.Content;
import dev.waymark.content.Ids;
import dev.waymark.http.EntityTag;
import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/** What every document has: an identity, a version, a status. Stored as one row; changed through {@link Documents} only. */
@MappedSuperclass
public abstract class Document<T extends Content> {

    @Id
    private UUID id;

    @TenantId
    private String workspace;

    private String externalKey;
    private String name;

    @Enumerated(EnumType.STRING)
    private Status status = Status.DRAFT;

    /** All that a caller can say of it. */
    @JdbcTypeCode(SqlTypes.JSON)
    private T content;

    /** Exact words that lists are narrowed to, beside those of the content. */
    private String[] terms = {};

    @Version
    private int version = 1;

    @OptimisticLock(excluded = true)
    private long contextVersion;

    private Instant createdAt;
    private Instant updatedAt;

    protected Document() {} // for Hibernate

    protected Document(Instant now) {
        this.id = Ids.next();
        this.createdAt = now;
        this.updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public String externalKey() {
        return externalKey;
    }

    public String name() {
        return name;
    }

    public Status status() {
        return status;
    }

    public int version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public EntityTag entityTag() {
        return new EntityTag(version, contextVersion);
    }

    public T content() {
        return content;
    }

    /** Takes over what is said of it from now on; {@code said} is settled. */
    public void say(T said) {
        externalKey = said.externalKey();
        name = said.name();
        terms = said.terms().toArray(String[]::new);
        content = said;
    }

    /** What neighbours have told by now; counted, if it is something else than before. */
    protected <C> C heard(C before, C now) {
        if (now.equals(before)) {
            return before;
        }
        contextVersion++;
        return now;
    }

    /** Everything whose change makes a revision, as a value. */
    protected Object state() {
        return content;
    }

    /** What the others are told: the whole document without its context. */
    protected abstract Object told();

    /** What is missing before it may be published. */
    protected abstract List<ProblemDetails.Violation> missing();

    void touch(Instant now) {
        updatedAt = now;
    }

    void requireEditable() {
        if (status == Status.ARCHIVED) {
            throw Problem.conflict("It is archived: restore it before changing it.");
        }
    }

    void publish() {
        requireEditable();
        var missing = missing();
        if (!missing.isEmpty()) {
            throw Problem.conflict("It is not complete enough to be published.", missing);
        }
        status = Status.PUBLISHED;
    }

    void archive() {
        status = Status.ARCHIVED;
    }

    void restore() {
        if (status != Status.ARCHIVED) {
            throw Problem.conflict("Only what is archived can be restored.");
        }
        status = Status.DRAFT;
    }
}
