package dev.waymark.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A persona, its providers and its gap map, made of a file of reviews. Everything has an external key, so that doing it
 * again changes nothing; another file makes another map.
 */
final class LoungeMap {

    private final Api api;
    private final ReviewFile file;
    private final DemoCommand.Question question;
    private String id;

    LoungeMap(Api api, ReviewFile file, DemoCommand.Question question) {
        this.api = api;
        this.file = file;
        this.question = question;
    }

    JsonNode scores() throws Exception {
        var persona = api.put("persona", "/v1/personas/by-key/" + personaKey(), persona());
        var providers = new HashMap<String, String>();
        for (var airline : file.airlines()) {
            var kind = airline.equals(question.own()) ? "OWN" : "COMPETITOR";
            var provider = api.put(
                    "gapmap", "/v1/providers/by-key/" + Api.segment(airline), Map.of("name", airline, "kind", kind));
            providers.put(airline, provider.get("id").asText());
        }
        var personaId = persona.get("id").asText();
        id = api.put("gapmap", "/v1/gap-maps/by-key/" + mapKey(), map(personaId, providers))
                .get("id")
                .asText();
        api.awaitNeeds(path(), ReviewFile.NEEDS.size());
        api.upload("gapmap", path() + "/imports", Multipart.of(mapping(), file.path()));
        return api.get("gapmap", path() + "/scores");
    }

    String url() {
        return api.url("gapmap") + path();
    }

    private String path() {
        return "/v1/gap-maps/" + id;
    }

    private Map<String, Object> persona() {
        return Map.of(
                "name",
                question.segment().equals(ReviewFile.ALL) ? "Lounge guest" : "Lounge guest, " + question.segment(),
                "headline",
                "Waits for a flight in an airport lounge",
                "needs",
                ReviewFile.NEEDS.stream()
                        .map(need -> Map.of("key", need, "statement", need.replace('_', ' '), "kind", "FUNCTIONAL"))
                        .toList());
    }

    private Map<String, Object> map(String personaId, Map<String, String> providers) {
        return Map.of(
                "name",
                question.own() + ", " + question.segment(),
                "personaId",
                personaId,
                "ownProviderId",
                providers.get(question.own()),
                "competitorIds",
                question.competitors().stream().map(providers::get).toList(),
                "scale",
                Map.of("min", 1, "max", 5, "step", 1),
                "settings",
                Map.of(
                        "importanceSource",
                        "DERIVED",
                        "outcome",
                        Map.of("name", ReviewFile.OUTCOME, "min", 0, "max", 1)));
    }

    /** The overall column stays out: it mixes two scales. Of the outcome 0 is an answer, of a need it is none. */
    private Map<String, Object> mapping() {
        var mapping = new LinkedHashMap<String, Object>();
        mapping.put("provider", ReviewFile.PROVIDER);
        mapping.put("date", ReviewFile.DATE);
        mapping.put("needs", ReviewFile.NEEDS.stream().collect(Collectors.toMap(n -> n, n -> "key:" + n)));
        mapping.put("outcome", ReviewFile.OUTCOME);
        mapping.put(
                "missing",
                ReviewFile.NEEDS.stream().collect(Collectors.toMap(n -> n, n -> List.of(ReviewFile.NOT_RATED))));
        if (!question.segment().equals(ReviewFile.ALL)) {
            mapping.put("where", Map.of(ReviewFile.SEGMENT, question.segment()));
        }
        return mapping;
    }

    private String personaKey() {
        return "lounge-guest-" + slug(question.segment());
    }

    private String mapKey() throws IOException, GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file.path()));
        var hash = HexFormat.of().formatHex(digest, 0, 6);
        return Api.segment("lounge-" + question.own() + "-" + slug(question.segment()) + "-" + hash);
    }

    private static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
