package dev.waymark.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.devstack.StackSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small workspace to look around in: who commutes by ferry, how that goes, and where another line does better. */
public final class DemoWorkspace {

    public static final String NAME = "demo";

    private static final Map<String, String> PROVIDERS =
            Map.of("blue-ferry", "Blue Ferry", "swift-hydrofoil", "Swift Hydrofoil", "tunnel-bus", "Tunnel Bus");
    private static final String OWN = "blue-ferry";
    private static final List<String> NEEDS = List.of("punctual", "updates", "quiet", "boarding");

    private final Api api;
    private final Map<String, String> ids = new HashMap<>();

    private DemoWorkspace(Api api) {
        this.api = api;
    }

    /** Loads it through HTTP, as any client would; a workspace that has a persona already stays as it is. */
    public static boolean loadIfEmpty(StackSettings settings) throws Exception {
        try (var api = new Api(settings, NAME)) {
            var empty = api.get("persona", "/v1/personas?limit=1").get("items").isEmpty();
            if (empty) {
                new DemoWorkspace(api).load();
            }
            return empty;
        }
    }

    private void load() throws IOException, InterruptedException {
        var persona = api.put("persona", "/v1/personas/by-key/island-commuter", document("persona.json"));
        ids.put("persona", id(persona));
        persona.get("needs").forEach(need -> ids.put("need." + need.get("key").asText(), id(need)));
        api.put("journey", "/v1/journeys/by-key/commute", document("journey.json"));
        for (var provider : PROVIDERS.entrySet()) {
            var kind = provider.getKey().equals(OWN) ? "OWN" : "COMPETITOR";
            var body = Map.of("name", provider.getValue(), "kind", kind);
            var kept = api.put("gapmap", "/v1/providers/by-key/" + provider.getKey(), body);
            ids.put("provider." + provider.getKey(), id(kept));
        }
        var map = api.put("gapmap", "/v1/gap-maps/by-key/crossing", document("gap-map.json"));
        var path = "/v1/gap-maps/" + id(map);
        api.awaitNeeds(path, NEEDS.size());
        api.upload("gapmap", path + "/imports", Multipart.of(mapping(), text("ratings.csv")));
    }

    private static Map<String, Object> mapping() {
        var needs = new HashMap<String, String>();
        NEEDS.forEach(need -> needs.put(need, "key:" + need));
        return Map.of(
                "respondent",
                "respondent",
                "date",
                "date",
                "provider",
                "provider",
                "needs",
                needs,
                "outcome",
                "recommend");
    }

    /** A document of ours, with the ids that the services gave put in. */
    private JsonNode document(String name) throws IOException {
        var text = text(name);
        for (var id : ids.entrySet()) {
            text = text.replace("${" + id.getKey() + "}", id.getValue());
        }
        return Api.JSON.readTree(text);
    }

    private static String text(String name) throws IOException {
        try (var resource = DemoWorkspace.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String id(JsonNode resource) {
        return resource.get("id").asText();
    }
}
