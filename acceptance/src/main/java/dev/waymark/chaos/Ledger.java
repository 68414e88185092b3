package dev.waymark.chaos;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Every write that was acknowledged, and so what has to be there. */
final class Ledger {

    private final AtomicLong acknowledged = new AtomicLong();
    private final Map<String, Document> documents = new ConcurrentHashMap<>();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> ratings = new ConcurrentHashMap<>();

    void wrote(Document document) {
        documents.put(document.id(), document);
        acknowledged.incrementAndGet();
    }

    void deleted(Document document) {
        documents.remove(document.id());
        deleted.add(document.id());
        acknowledged.incrementAndGet();
    }

    /** So many ratings of the own provider were taken over into a gap map. */
    void imported(String map, long count) {
        ratings.merge(map, count, Long::sum);
        acknowledged.incrementAndGet();
    }

    long acknowledged() {
        return acknowledged.get();
    }

    Map<String, Document> documents() {
        return Map.copyOf(documents);
    }

    Set<String> deleted() {
        return Set.copyOf(deleted);
    }

    Map<String, Long> ratings() {
        return Map.copyOf(ratings);
    }

    /** A document as it was last acknowledged. */
    record Document(String service, String collection, String id, String name, int version) {

        String path() {
            return "/v1/" + collection + "/" + id;
        }
    }
}
