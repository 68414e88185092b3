package dev.waymark.gapmap.ratings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes up files of ratings, and keeps in the simplest way what holds after them. */
final class Survey {

    private static final String[] DAYS = {"", "2026-01-31", "2026-02-01", "2026-02-28"};
    private static final String[] STAGES = {"", "search"};

    private final Random random;
    private final List<String> providers;
    private final int needs;
    private final Map<String, Response> known = new LinkedHashMap<>();
    private final List<Response> anonymous = new ArrayList<>();

    Survey(long seed, List<String> providers, int needs) {
        this.random = new Random(seed);
        this.providers = providers;
        this.needs = needs;
    }

    /** What holds of one respondent, provider, day and stage; null where there is no answer. */
    record Response(String provider, String day, String stage, Integer[] ratings, Integer outcome) {

        private Response corrected(Response later) {
            var both = ratings.clone();
            for (int i = 0; i < both.length; i++) {
                both[i] = later.ratings[i] == null ? both[i] : later.ratings[i];
            }
            return new Response(provider, day, stage, both, later.outcome == null ? outcome : later.outcome);
        }

        private boolean says() {
            return outcome != null || Stream.of(ratings).anyMatch(r -> r != null);
        }
    }

    List<Response> responses() {
        return Stream.concat(known.values().stream(), anonymous.stream()).toList();
    }

    /** A file of so many rows about the first needs: few respondents, so that many repeat or correct what was said. */
    String file(int rows, int ofNeeds) {
        var csv = new StringBuilder("id,who,day,stage,")
                .append(IntStream.range(0, ofNeeds).mapToObj(i -> "n" + i + ",").collect(Collectors.joining()))
                .append("again\r\n");
        for (int i = 0; i < rows; i++) {
            var respondent = random.nextInt(5) == 0 ? "" : "r" + random.nextInt(6);
            var response = response(ofNeeds);
            take(respondent, response);
            csv.append(String.join(",", respondent, response.provider(), response.day(), response.stage()));
            IntStream.range(0, ofNeeds).forEach(need -> csv.append(',').append(text(response.ratings()[need])));
            csv.append(',').append(text(response.outcome())).append("\r\n");
        }
        return csv.toString();
    }

    private Response response(int ofNeeds) {
        var ratings = new Integer[needs];
        for (int i = 0; i < ofNeeds; i++) {
            ratings[i] = random.nextInt(4) == 0 ? null : 1 + random.nextInt(5);
        }
        return new Response(
                providers.get(random.nextInt(providers.size())),
                DAYS[random.nextInt(DAYS.length)],
                STAGES[random.nextInt(STAGES.length)],
                ratings,
                random.nextInt(3) == 0 ? null : random.nextInt(11));
    }

    private void take(String respondent, Response response) {
        if (!response.says()) {
            return;
        }
        if (respondent.isEmpty()) {
            anonymous.add(response);
        } else {
            var identity = String.join("/", respondent, response.provider(), response.day(), response.stage());
            known.merge(identity, response, Response::corrected);
        }
    }

    private static String text(Integer answer) {
        return answer == null ? "" : answer.toString();
    }
}
