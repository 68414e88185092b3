package dev.waymark.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.content.Content;
import dev.waymark.content.Contents;
import dev.waymark.content.Elements;
import dev.waymark.content.Evidence;
import dev.waymark.content.Place;
import dev.waymark.content.Reference;
import dev.waymark.history.Revision;
import dev.waymark.history.RevisionSummary;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Page;
import dev.waymark.http.PageRequest;
import dev.waymark.http.Problem;
import dev.waymark.retries.Retries;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.ConstraintViolationException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where transactions on documents of one kind begin and end. A service says how one is made, replaced and shown; what may
 * be done with it is the same for all.
 *
 * @param <D> the entity
 * @param <T> what callers send, and what is stored
 * @param <V> what is answered
 */
@Transactional
public abstract class DocumentService<D extends Document<T>, T extends Content, V> {

    private final Documents<D> documents;
    private final Class<T> type;
    private final DocumentParts parts;

    /** @param what the word for it in problems, {@code gap map} say; table and aggregate type are named after it */
    protected DocumentService(String what, Class<T> type, PanacheRepositoryBase<D, UUID> rows, DocumentParts parts) {
        this.documents = new Documents<>(what, rows, parts);
        this.type = type;
        this.parts = parts;
    }

    /** A new document, in the transaction that creates it; {@code content} is settled. */
    protected abstract D fresh(T content, Instant now);

    /** Lets a document say something else; {@code content} is settled. */
    protected void replace(D document, T content) {
        document.say(content);
    }

    /** The properties whose references are no elements of the content itself. */
    protected Set<String> outsideProperties() {
        return Set.of();
    }

    /** Finds what such a property refers to, for {@code content}, in the transaction; empty refuses the content. */
    protected Reference.Lookup outside(T content) {
        return (property, reference) -> Optional.ofNullable(reference.id());
    }

    /**
     * Waits, outside of a transaction, for what a new document refers to and other services own.
     *
     * @throws Problem 409 if that has been deleted
     */
    @Transactional(TxType.NEVER)
    public void await(T draft) {}

    public abstract V view(D document);

    /** What lists give of it. */
    public abstract Object summary(D document);

    public D get(UUID id) {
        return documents.require(id);
    }

    public D getByKey(String key) {
        return documents.requireByKey(key);
    }

    public Page<Object> list(ListRequest request) {
        return documents.list(request).map(request.full() ? this::view : this::summary);
    }

    /** @throws Problem 409 if its external key is taken, 422 if it refers to something unknown */
    public D create(T draft) {
        return documents.create(fresh(settle(draft, null), parts.clock.instant()));
    }

    /** @throws Problem 404, 409 if archived, 412 if stale, 422 if it refers to something unknown */
    public D replace(UUID id, IfMatch ifMatch, T draft) {
        return documents.change(id, ifMatch, document -> settleInto(document, draft));
    }

    /**
     * Applies a JSON merge patch (RFC 7396).
     *
     * @throws Problem as {@link #replace(UUID, IfMatch, Content)}, and 400 if the result is not valid
     */
    public D patch(UUID id, IfMatch ifMatch, JsonNode patch) {
        return documents.change(
                id, ifMatch, document -> settleInto(document, contents().merge(tree(document), patch, type)));
    }

    /** Creates the document with an external key, or replaces the one there is; waits for references if it is new. */
    @Transactional(TxType.NEVER)
    public Documents.Put<D> put(String key, Documents.Preconditions when, T draft) {
        if (draft.externalKey() != null && !draft.externalKey().equals(key)) {
            throw Problem.invalid("/externalKey", "is another than that of the path");
        }
        var content = contents().bind(contents().tree(draft).put("externalKey", key), type);
        if (QuarkusTransaction.requiringNew()
                .call(() -> documents.findByKey(key))
                .isEmpty()) {
            await(content);
        }
        return QuarkusTransaction.requiringNew().call(() -> put(when, content));
    }

    /** Creates it, or replaces the one that has its external key, if it has one. */
    public Documents.Put<D> put(T draft) {
        return draft.externalKey() == null
                ? new Documents.Put<>(create(draft), true)
                : put(Documents.Preconditions.NONE, draft);
    }

    private Documents.Put<D> put(Documents.Preconditions when, T draft) {
        return documents.put(
                draft.externalKey(),
                when,
                () -> fresh(settle(draft, null), parts.clock.instant()),
                document -> settleInto(document, draft));
    }

    /** @throws Problem 404, 409 if something refers to it, 412 if stale */
    public void delete(UUID id, IfMatch ifMatch) {
        documents.delete(id, ifMatch);
    }

    public D publish(UUID id, IfMatch ifMatch) {
        return documents.publish(id, ifMatch);
    }

    public D archive(UUID id, IfMatch ifMatch) {
        return documents.archive(id, ifMatch);
    }

    public D restore(UUID id, IfMatch ifMatch) {
        return documents.restore(id, ifMatch);
    }

    /** @throws Problem 404 if there never was such a document */
    public Page<RevisionSummary> revisions(UUID id, PageRequest page) {
        return parts.revisions.page(documents.aggregateType(), id, page);
    }

    /** @throws Problem 404 if there is no such version, or the document has been deleted */
    public Revision revision(UUID id, int version) {
        return parts.revisions.require(documents.aggregateType(), id, version);
    }

    /**
     * What turns one version into another.
     *
     * @return a JSON Patch (RFC 6902)
     * @throws Problem 404 if one of the versions does not exist, or the document has been deleted
     */
    public String diff(UUID id, int from, int to) {
        return parts.revisions.diff(documents.aggregateType(), id, from, to);
    }

    /**
     * Lets a document say again what it said at an earlier version, as a new one; its status stays.
     *
     * @throws Problem as {@link #replace(UUID, IfMatch, Content)}, and 404 if there is no such version
     */
    public D restoreRevision(UUID id, IfMatch ifMatch, int version) {
        var said = contents().read(contents().parse(revision(id, version).data()), type);
        return documents.change(id, ifMatch, document -> settleInto(document, said));
    }

    /** What a document says, as JSON, for reading and changing a part of it. */
    public ObjectNode tree(UUID id) {
        return tree(documents.require(id));
    }

    /**
     * Changes a part of what a document says.
     *
     * @param edit may refuse by a {@link Problem}; gives the place of what the caller sent, which places of errors are told from
     * @return what it says now
     * @throws Problem as {@link #replace(UUID, IfMatch, Content)}
     */
    public ObjectNode edit(UUID id, Function<ObjectNode, Place> edit) {
        return tree(documents.change(id, IfMatch.optional(null), document -> {
            var said = tree(document);
            var place = edit.apply(said);
            try {
                settleInto(document, contents().bind(said, type));
            } catch (Problem | ConstraintViolationException refusal) {
                throw place.refusal(refusal);
            }
        }));
    }

    /** What a document says, with the places of what its evidence is about. */
    @SuppressWarnings("unchecked") // a content with other evidence is of its own class
    protected final T placed(D document) {
        var content = document.content();
        return content.evidence().isEmpty()
                ? content
                : (T) content.withEvidence(Evidence.placed(content.evidence(), Elements.pointers(tree(document))));
    }

    protected final Documents<D> documents() {
        return documents;
    }

    final Retries retries() {
        return parts.retries;
    }

    protected final Contents contents() {
        return parts.contents;
    }

    private ObjectNode tree(D document) {
        return parts.contents.tree(document.content());
    }

    private T settle(T draft, T present) {
        return contents().settle(draft, present, outsideProperties(), outside(draft));
    }

    private void settleInto(D document, T draft) {
        replace(document, settle(draft, document.content()));
    }
}
