package dev.waymark.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.chaos.Api.Answer;
import dev.waymark.chaos.Api.Request;
import dev.waymark.chaos.Ledger.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Somebody who works in a workspace of his own, and enters in the ledger what was acknowledged. Where he has no answer, he
 * finds out: a creation or an import is repeated as it was, and of a change the document itself tells whether it was made.
 */
final class Writer implements Runnable {

    private static final int RATINGS = 20;
    private static final int MOST_DOCUMENTS = 40;

    private final Api api;
    private final Ledger ledger;
    private final RandomGenerator random;
    private final List<Document> documents = new ArrayList<>();
    private String persona;
    private String need;
    private String map;
    private volatile boolean over;
    private volatile Exception failure;

    Writer(Api api, Ledger ledger, RandomGenerator random) {
        this.api = api;
        this.ledger = ledger;
        this.random = random;
    }

    /** What others refer to: a persona with a need, two providers, a gap map that knows the need. */
    void prepare() throws InterruptedException {
        var base = create("persona", "personas", """
                {"name": "%s", "needs": [{"key": "quiet", "statement": "Quiet", "kind": "EMOTIONAL", "importance": 7}]}""");
        persona = base.id();
        need = api.insist(Request.get("persona", base.path()))
                .body()
                .at("/needs/0/id")
                .asText();
        var own = create("gapmap", "providers", "{\"name\": \"%s\", \"kind\": \"OWN\", \"externalKey\": \"own\"}");
        var other = create("gapmap", "providers", "{\"name\": \"%s\", \"kind\": \"COMPETITOR\"}");
        map = create("gapmap", "gap-maps", """
                        {"name": "%%s", "personaId": "%s", "ownProviderId": "%s", "competitorIds": ["%s"],
                         "scale": {"min": 1, "max": 5, "step": 1}}""".formatted(persona, own.id(), other.id()))
                .id();
        while (knownNeeds().isEmpty()) {
            Thread.sleep(200);
        }
    }

    private JsonNode knownNeeds() throws InterruptedException {
        return api.insist(Request.get("gapmap", "/v1/gap-maps/" + map)).body().at("/context/needs");
    }

    @Override
    public void run() {
        try {
            while (!over) {
                write();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    void end() {
        over = true;
    }

    /** What nobody should be answered, if it was; null otherwise. */
    Exception failure() {
        return failure;
    }

    private void write() throws InterruptedException {
        switch (random.nextInt(10)) {
            case 0, 1 -> documents.add(create("persona", "personas", "{\"name\": \"%s\"}"));
            case 2 ->
                documents.add(create(
                        "journey",
                        "journeys",
                        "{\"name\": \"%s\", \"personaId\": \"" + persona + "\", \"stages\": []}"));
            case 3 -> importRatings();
            case 4 -> delete();
            default -> rename();
        }
    }

    /** @param draft has a place for the name, which nothing else has */
    private Document create(String service, String collection, String draft) throws InterruptedException {
        var name = "n" + UUID.randomUUID();
        var request = Request.send("POST", service, "/v1/" + collection, draft.formatted(name))
                .with("Idempotency-Key", name);
        var document = new Document(
                service, collection, expect(api.insist(request), 201).id(), name, 1);
        ledger.wrote(document);
        return document;
    }

    private void rename() throws InterruptedException {
        if (documents.isEmpty()) {
            return;
        }
        var which = random.nextInt(documents.size());
        var document = documents.get(which);
        var name = "n" + UUID.randomUUID();
        var renamed =
                new Document(document.service(), document.collection(), document.id(), name, document.version() + 1);
        while (true) {
            var now = expect(api.insist(Request.get(document.service(), document.path())), 200);
            if (now.body().path("name").asText().equals(name)) {
                break; // by a request that had no answer
            }
            var patch = new Request(
                    "PATCH",
                    document.service(),
                    document.path(),
                    "application/merge-patch+json",
                    "{\"name\": \"" + name + "\"}",
                    Map.of("If-Match", now.entityTag()));
            var answer = api.ask(patch);
            if (answer.isPresent() && expect(answer.get(), 200, 412).status() == 200) {
                break;
            }
        }
        documents.set(which, renamed);
        ledger.wrote(renamed);
    }

    private void delete() throws InterruptedException {
        if (documents.size() < MOST_DOCUMENTS) {
            return;
        }
        var document = documents.remove(random.nextInt(documents.size()));
        var request =
                Request.send("DELETE", document.service(), document.path(), "").with("If-Match", "*");
        expect(api.insist(request), 204, 404);
        ledger.deleted(document);
    }

    private void importRatings() throws InterruptedException {
        var csv = new StringBuilder("respondent,provider,quiet\n");
        for (var i = 0; i < RATINGS; i++) {
            csv.append(UUID.randomUUID())
                    .append(",own,")
                    .append(random.nextInt(1, 6))
                    .append('\n');
        }
        var mapping = "{\"respondent\": \"respondent\", \"provider\": \"provider\", \"needs\": {\"quiet\": \"" + need
                + "\"}}";
        var request = new Request(
                "POST",
                "gapmap",
                "/v1/gap-maps/" + map + "/imports",
                "multipart/form-data; boundary=chaos",
                part("mapping\"", "application/json", mapping)
                        + part("file\"; filename=\"r.csv\"", "text/csv", csv.toString())
                        + "--chaos--\r\n",
                Map.of());
        expect(api.insist(request), 201, 200);
        ledger.imported(map, RATINGS);
    }

    private static String part(String name, String type, String content) {
        return "--chaos\r\nContent-Disposition: form-data; name=\"" + name + "\r\nContent-Type: " + type + "\r\n\r\n"
                + content + "\r\n";
    }

    private static Answer expect(Answer answer, Integer... statuses) {
        if (!List.of(statuses).contains(answer.status())) {
            throw new IllegalStateException("answered " + answer.status() + ": " + answer.body());
        }
        return answer;
    }
}
