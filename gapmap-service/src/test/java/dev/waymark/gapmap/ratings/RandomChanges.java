package dev.waymark.gapmap.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.gapmap.ratings.Survey.Response;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Does to a map and to what should become of it the same, chosen by chance. */
final class RandomChanges {

    private static final int ROWS = 40;

    private final Random random;
    private final GapMapFixture fixture;
    private final Survey survey;
    private final String mapping;
    private final int needs;

    /** Those that have not been taken back: the number of the file, and the id. */
    private final Map<Integer, String> imports = new LinkedHashMap<>();

    private int files;

    RandomChanges(Random random, GapMapFixture fixture, Survey survey, String mapping) {
        this.random = random;
        this.fixture = fixture;
        this.survey = survey;
        this.mapping = mapping;
        this.needs = fixture.persona().needIds().size();
    }

    /** At least two imports last, so that there is something to be scored. */
    void make(int number) {
        for (var i = 0; i < number; i++) {
            switch (imports.size() < 2 ? 0 : random.nextInt(6)) {
                case 0 -> importOne();
                case 1 -> takeOneBack();
                case 2 -> erase();
                case 3 -> delete(oneOf(survey.unmistakable()));
                default -> replace(oneOf(survey.unmistakable()));
            }
        }
        importOne();
        importOne();
    }

    /** The contents of all responses, page by page. */
    List<String> listed() {
        return stored().stream().map(this::content).toList();
    }

    private void importOne() {
        String id = fixture.upload(mapping, survey.file(ROWS, needs + Survey.BESIDE.size()))
                .statusCode(201)
                .extract()
                .path("id");
        imports.put(files++, id);
    }

    private void takeOneBack() {
        var file = oneOf(List.copyOf(imports.keySet()));
        fixture.workspace()
                .editor()
                .header("If-Match", "*")
                .delete(fixture.path() + "/imports/" + imports.remove(file))
                .then()
                .statusCode(204);
        survey.takeBack(file);
    }

    private void erase() {
        var respondent = "r" + random.nextInt(6);
        var before = survey.responses().size();
        survey.erase(respondent);
        int gone = fixture.erase(fixture.workspace().admin(), respondent)
                .statusCode(200)
                .extract()
                .path("responses");
        assertThat(gone).isEqualTo(before - survey.responses().size());
    }

    private void delete(Response response) {
        fixture.workspace()
                .editor()
                .header("If-Match", "*")
                .delete(fixture.path() + "/ratings/" + idOf(response))
                .then()
                .statusCode(204);
        survey.delete(response);
    }

    private void replace(Response response) {
        var ratings = response.ratings().clone();
        var ofProvider = !response.provider().isEmpty();
        var question = ofProvider ? random.nextInt(needs) : needs + random.nextInt(Survey.BESIDE.size());
        ratings[question] = ofProvider && random.nextBoolean() ? null : 1 + random.nextInt(5);
        var outcome = ofProvider ? (Integer) random.nextInt(11) : null;
        var said = new TreeMap<String, String>();
        for (int i = 0; i < ratings.length; i++) {
            if (ratings[i] != null) {
                said.merge(field(i), "\"%s\": %d".formatted(need(i), ratings[i]), (one, other) -> one + "," + other);
            }
        }
        var fields = said.entrySet().stream()
                .map(e -> "\"%s\": {%s}".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining(","));
        fixture.workspace()
                .editor()
                .header("If-Match", "*")
                .body("{" + fields + (fields.isEmpty() ? "" : ",") + "\"outcome\": " + outcome + "}")
                .put(fixture.path() + "/ratings/" + idOf(response))
                .then()
                .statusCode(200);
        survey.replace(response, ratings, outcome);
    }

    private String field(int question) {
        return question < needs ? "ratings" : Survey.BESIDE.get(question - needs);
    }

    /** What is asked beside ratings is asked of the first. */
    private String need(int question) {
        return fixture.persona().needIds().get(question < needs ? question : 0).toString();
    }

    private int idOf(Response response) {
        return stored().stream()
                .filter(each -> content(each).equals(response.content()))
                .map(each -> (Integer) each.get("id"))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, Object>> stored() {
        var all = new ArrayList<Map<String, Object>>();
        JsonPath page = null;
        do {
            var cursor = page == null ? "" : "&cursor=" + page.getString("next");
            page = fixture.workspace()
                    .viewer()
                    .get(fixture.path() + "/ratings?limit=30" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            all.addAll(page.<Map<String, Object>>getList("items"));
        } while (page.getString("next") != null);
        return all;
    }

    private String content(Map<String, Object> response) {
        var names = new HashMap<String, String>();
        fixture.providers().forEach((key, id) -> names.put(id, key));
        var ratings = IntStream.range(0, needs + Survey.BESIDE.size())
                .mapToObj(i -> (Number) ((Map<?, ?>) response.getOrDefault(field(i), Map.of())).get(need(i)))
                .map(rating -> rating == null ? null : Integer.valueOf(rating.intValue()))
                .toArray(Integer[]::new);
        var outcome = (Number) response.get("outcome");
        return new Response(
                        response.containsKey("providerId")
                                ? names.getOrDefault(response.get("providerId"), "outside")
                                : "",
                        response.getOrDefault("date", "").toString(),
                        response.containsKey("stageId") ? "search" : "",
                        ratings,
                        outcome == null ? null : outcome.intValue())
                .content();
    }

    private <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
