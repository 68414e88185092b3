package dev.waymark.document;

import dev.waymark.content.Elements;
import dev.waymark.content.Reference;
import dev.waymark.http.EntityTag;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Page;
import dev.waymark.http.Problem;
import dev.waymark.outbox.Change;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;

/**
 * How documents of one kind are kept: every change locks the row, checks the caller's precondition, and makes a revision
 * and an event if anything changed. Belongs into the caller's transaction.
 */
public final class Documents<D extends Document<?>> {

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final String what;
    private final String aggregateType;
    private final PanacheRepositoryBase<D, UUID> rows;
    private final DocumentParts parts;

    /** @param what the word for it in problems, {@code gap map} say; its table, events and topic are named after it */
    public Documents(String what, PanacheRepositoryBase<D, UUID> rows, DocumentParts parts) {
        this.what = what;
        this.aggregateType = what.replace(' ', '-');
        this.rows = rows;
        this.parts = parts;
    }

    /** What its revisions and events are filed under: {@code gap-map}. */
    String aggregateType() {
        return aggregateType;
    }

    /** @throws Problem 404 */
    public D require(UUID id) {
        return find(id, LockModeType.NONE).orElseThrow(() -> Problem.notFound(what, id));
    }

    /** The row if there is one, locked until the transaction ends; for taking in what neighbours told. */
    public Optional<D> find(UUID id) {
        return find(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** By a query, whose plan is kept: under a tenant, Hibernate plans {@code EntityManager.find} anew at each call. */
    private Optional<D> find(UUID id, LockModeType lock) {
        return rows.find("id", id).withLock(lock).list().stream().findFirst();
    }

    /** @throws Problem 404 */
    public D requireByKey(String key) {
        return findByKey(key).orElseThrow(() -> Problem.notFound(what, key));
    }

    public Optional<D> findByKey(String key) {
        return rows.find("externalKey", key).firstResultOptional();
    }

    /** The id of a document of this kind that something refers to; its key is its external key. */
    public Optional<UUID> find(Reference reference) {
        var found = reference.id() == null ? findByKey(reference.key()) : find(reference.id(), LockModeType.NONE);
        return found.map(Document::id);
    }

    public Page<D> list(ListRequest request) {
        return request.page(what.replace(' ', '_'), rows);
    }

    /** @throws Problem 409 if its external key is taken */
    public D create(D fresh) {
        rows.persist(fresh);
        flush(fresh);
        tell(fresh, "created", null);
        return fresh;
    }

    /**
     * Edits a document; an edit that changes nothing leaves version and history as they are.
     *
     * @throws Problem 404, 409 if archived, 412 if stale
     */
    public D change(UUID id, IfMatch ifMatch, Consumer<D> edit) {
        var document = locked(id);
        ifMatch.check(document.entityTag());
        document.requireEditable();
        return change(document, "updated", edit);
    }

    /**
     * The same for one that may be archived, since it has to be done whatever its state.
     *
     * @throws Problem 404
     */
    public D changeEvenArchived(UUID id, Consumer<D> edit) {
        return change(locked(id), "updated", edit);
    }

    /** @throws Problem 404, 409 if something is missing, 412 if stale */
    public D publish(UUID id, IfMatch ifMatch) {
        return move(id, ifMatch, "updated", Document::publish);
    }

    public D archive(UUID id, IfMatch ifMatch) {
        return move(id, ifMatch, "archived", Document::archive);
    }

    /** @throws Problem 404, 409 if it is not archived, 412 if stale */
    public D restore(UUID id, IfMatch ifMatch) {
        return move(id, ifMatch, "updated", Document::restore);
    }

    /**
     * Creates the document with an external key, or edits the one there is.
     *
     * @throws Problem 412 if the preconditions do not hold
     */
    public Put<D> put(String key, Preconditions when, Supplier<D> fresh, Consumer<D> edit) {
        lock(key);
        var present = rows.find("externalKey", key)
                .withLock(LockModeType.PESSIMISTIC_WRITE) // or it may be stale by the time it is changed
                .firstResultOptional();
        if (present.isEmpty()) {
            when.checkAbsent();
            return new Put<>(create(fresh.get()), true);
        }
        when.checkPresent(present.get().entityTag());
        return new Put<>(change(present.get().id(), IfMatch.optional(null), edit), false);
    }

    /** @throws Problem 404, 409 if something of this service refers to it, 412 if stale */
    public void delete(UUID id, IfMatch ifMatch) {
        var document = locked(id);
        ifMatch.check(document.entityTag());
        rows.delete(document);
        flush(document);
        parts.outbox.append(new Change(
                aggregateType, id, document.version() + 1, aggregateType + ".deleted.v1", Map.of("id", id), List.of()));
    }

    /** Changes of one document come one after the other. */
    private D locked(UUID id) {
        return find(id).orElseThrow(() -> Problem.notFound(what, id));
    }

    private D move(UUID id, IfMatch ifMatch, String verb, Consumer<D> transition) {
        var document = locked(id);
        ifMatch.check(document.entityTag());
        return change(document, verb, transition);
    }

    private D change(D document, String verb, Consumer<D> edit) {
        var status = document.status();
        var content = document.content();
        var state = document.state();
        edit.accept(document);
        if (status == document.status() && Objects.equals(state, document.state())) {
            return document;
        }
        document.touch(parts.clock.instant());
        flush(document);
        tell(document, verb, content);
        return document;
    }

    private void tell(D document, String verb, Object before) {
        var changed = Elements.changed(parts.contents.tree(before), parts.contents.tree(document.content()));
        parts.outbox.append(new Change(
                aggregateType,
                document.id(),
                document.version(),
                aggregateType + "." + verb + ".v1",
                document.told(),
                changed));
    }

    private void flush(D document) {
        try {
            rows.flush();
        } catch (ConstraintViolationException e) {
            if (e.getConstraintName() != null && e.getConstraintName().endsWith("_external_key")) {
                throw Problem.duplicateKey(what, document.externalKey());
            }
            if (FOREIGN_KEY_VIOLATION.equals(e.getSQLState())) {
                throw Problem.conflict("Something refers to it, or what it refers to has been deleted meanwhile.");
            }
            throw e;
        }
    }

    private void lock(String key) {
        rows.getEntityManager()
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended("
                        + "current_setting('waymark.workspace') || ' ' || :what || ' ' || :key, 0))) locked")
                .setParameter("what", what)
                .setParameter("key", key)
                .getSingleResult();
    }

    /** What a by-key PUT did. */
    public record Put<D>(D document, boolean created) {}

    /** The optional preconditions of a by-key PUT: {@code If-Match}, and {@code If-None-Match: *} for only-if-new. */
    public record Preconditions(String ifMatch, String ifNoneMatch) {

        public static final Preconditions NONE = new Preconditions(null, null);

        void checkAbsent() {
            if (ifMatch != null && !ifMatch.isBlank()) {
                throw Problem.staleVersion("none: it does not exist");
            }
        }

        void checkPresent(EntityTag current) {
            if (current.isNamedBy(ifNoneMatch)) {
                throw Problem.staleVersion(current.header());
            }
            IfMatch.optional(ifMatch).check(current);
        }
    }
}
