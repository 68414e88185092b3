package dev.waymark.gapmap.ratings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes up files of ratings, and keeps in the simplest way what holds after them: what each file changed of each response. */
final class Survey {

    private static final String[] DAYS = {"", "2026-01-31", "2026-02-01", "2026-02-28"};
    private static final String[] STAGES = {"", "search"};
    private static final int RESPONDENTS = 6;

    /** What is asked of the first need beside its rating, after the ratings: the fields of a response, and of a mapping. */
    static final List<String> BESIDE = List.of("importance", "expected", "kanoFunctional", "kanoDysfunctional");

    private final Random random;
    private final List<String> providers;
    private final int questions;

    /** Per identity and then per file what it changed; who is not named has an identity for each row. */
    private final Map<String, Map<Integer, Response>> layers = new LinkedHashMap<>();

    private int files;
    private int rows;

    Survey(long seed, List<String> providers, int needs) {
        this.random = new Random(seed);
        this.providers = providers;
        this.questions = needs + BESIDE.size();
    }

    /** What holds of one respondent, provider (empty for none), day and stage; null where there is no answer. After the ratings comes what is asked beside. */
    record Response(String provider, String day, String stage, Integer[] ratings, Integer outcome) {

        private Response corrected(Response later) {
            var both = ratings.clone();
            for (int i = 0; i < both.length; i++) {
                both[i] = later.ratings[i] == null ? both[i] : later.ratings[i];
            }
            return new Response(provider, day, stage, both, later.outcome == null ? outcome : later.outcome);
        }

        /** What is other than it was. */
        private Response since(Response earlier) {
            var changed = ratings.clone();
            for (int i = 0; i < changed.length; i++) {
                changed[i] = Objects.equals(changed[i], earlier.ratings[i]) ? null : changed[i];
            }
            return new Response(
                    provider, day, stage, changed, Objects.equals(outcome, earlier.outcome) ? null : outcome);
        }

        private Response aboutProvider() {
            var own = ratings.clone();
            Arrays.fill(own, own.length - BESIDE.size(), own.length, null);
            return new Response(provider, day, stage, own, outcome);
        }

        private Response aboutNone() {
            var own = ratings.clone();
            Arrays.fill(own, 0, own.length - BESIDE.size(), null);
            return new Response("", day, stage, own, null);
        }

        /** All of it, to be compared. */
        String content() {
            return String.join(" ", provider, day, stage, Arrays.toString(ratings), String.valueOf(outcome));
        }

        private boolean says() {
            return outcome != null || Stream.of(ratings).anyMatch(r -> r != null);
        }
    }

    List<Response> responses() {
        return layers.values().stream().map(Survey::merged).toList();
    }

    /** As if a file had never been: the first is 0. What another only repeated goes with it. */
    void takeBack(int file) {
        layers.values().forEach(of -> of.remove(file));
        layers.values().removeIf(Map::isEmpty);
    }

    void erase(String respondent) {
        layers.keySet().removeIf(identity -> identity.startsWith(respondent + "/"));
    }

    /** Those of which there is no second with the same content. */
    List<Response> unmistakable() {
        var counts = responses().stream().collect(Collectors.groupingBy(Response::content, Collectors.counting()));
        return responses().stream()
                .filter(response -> counts.get(response.content()) == 1)
                .toList();
    }

    /** @param response an unmistakable one */
    void delete(Response response) {
        layers.remove(identityOf(response));
    }

    /**
     * Puts another content in its place.
     *
     * @param response an unmistakable one
     */
    void replace(Response response, Integer[] ratings, Integer outcome) {
        var of = layers.get(identityOf(response));
        var owner = of.keySet().stream().reduce((a, b) -> b).orElseThrow();
        of.clear();
        of.put(owner, new Response(response.provider(), response.day(), response.stage(), ratings, outcome));
    }

    /** A file of so many rows about the first questions: few respondents, so that many repeat or correct what was said. */
    String file(int rows, int asked) {
        var csv = new StringBuilder("id,who,day,stage,")
                .append(IntStream.range(0, asked).mapToObj(i -> "n" + i + ",").collect(Collectors.joining()))
                .append("again\r\n");
        Map<String, Response> said = new LinkedHashMap<>();
        for (int i = 0; i < rows; i++) {
            var respondent = random.nextInt(5) == 0 ? "" : "r" + random.nextInt(RESPONDENTS);
            var response = response(asked);
            take(said, respondent, response);
            csv.append(String.join(",", respondent, response.provider(), response.day(), response.stage()));
            IntStream.range(0, asked).forEach(need -> csv.append(',').append(text(response.ratings()[need])));
            csv.append(',').append(text(response.outcome())).append("\r\n");
        }
        said.forEach(this::take);
        files++;
        return csv.toString();
    }

    private Response response(int asked) {
        var ratings = new Integer[questions];
        for (int i = 0; i < asked; i++) {
            ratings[i] = random.nextInt(4) == 0 ? null : 1 + random.nextInt(5);
        }
        return new Response(
                providers.get(random.nextInt(providers.size())),
                DAYS[random.nextInt(DAYS.length)],
                STAGES[random.nextInt(STAGES.length)],
                ratings,
                random.nextInt(3) == 0 ? null : random.nextInt(11));
    }

    /** What is asked of no provider is a response of its own. */
    private void take(Map<String, Response> said, String respondent, Response response) {
        var who = respondent.isEmpty() ? "row " + rows++ : respondent;
        for (var part : List.of(response.aboutProvider(), response.aboutNone())) {
            if (part.says()) {
                var identity = String.join("/", who, part.provider(), part.day(), part.stage());
                said.merge(identity, part, Response::corrected);
            }
        }
    }

    private void take(String identity, Response response) {
        var of = layers.computeIfAbsent(identity, i -> new LinkedHashMap<>());
        if (of.isEmpty()) {
            of.put(files, response);
            return;
        }
        var before = merged(of);
        var changed = before.corrected(response).since(before);
        if (changed.says()) {
            of.put(files, changed);
        }
    }

    private static Response merged(Map<Integer, Response> of) {
        return of.values().stream().reduce(Response::corrected).orElseThrow();
    }

    private String identityOf(Response response) {
        return layers.entrySet().stream()
                .filter(e -> merged(e.getValue()).content().equals(response.content()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static String text(Integer answer) {
        return answer == null ? "" : answer.toString();
    }
}
