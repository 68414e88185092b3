package dev.waymark.gapmap.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.gapmap.JourneyNextDoor;
import dev.waymark.gapmap.ratings.Survey.Response;
import dev.waymark.workspace.Caller;
import dev.waymark.workspace.CurrentCaller;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is imported in whatever order: counts and sums are those of the responses that hold in the end. */
@QuarkusTest
class RandomImportsTest {

    private static final int NEEDS = 3;
    private static final int IMPORTS = 6;
    private static final int CHANGES = 25;
    private static final List<String> PROVIDERS = List.of("own", "one", "two", "outside");
    private static final String MAPPING = """
            {"provider": "who", "respondent": "id", "date": "day", "stage": "stage", "outcome": "again",
             %s}""";

    private final CurrentCaller caller;
    private final AgroalDataSource database;

    @Inject
    RandomImportsTest(CurrentCaller caller, AgroalDataSource database) {
        this.caller = caller;
        this.database = database;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261122, 77})
    void talliesAreThoseOfTheFinalState(long seed) {
        var fixture = GapMapFixture.make("{\"outcome\": {\"name\": \"again\", \"min\": 0, \"max\": 10}}", NEEDS);
        var journey = surround(fixture);
        var survey = new Survey(seed, PROVIDERS, NEEDS);
        for (int i = 0; i < IMPORTS; i++) {
            // The first file asks one question only, the second two: arrays of answers grow.
            int asked = Math.min(i + 1 + i / 3, NEEDS + Survey.BESIDE.size());
            var report = fixture.upload(MAPPING.formatted(columns(asked)), survey.file(40, asked))
                    .statusCode(201)
                    .extract()
                    .jsonPath();
            // Each row is a response about a provider, and, once that is asked, one about none.
            assertThat((asked > NEEDS ? 2 : 1) * report.getInt("report.rows"))
                    .isGreaterThanOrEqualTo(report.getInt("report.imported")
                            + report.getInt("report.corrected")
                            + report.getInt("report.unchanged")
                            + report.getInt("report.empty"));
        }

        assertThat(fixture.read().extract().<Integer>path("responses"))
                .isEqualTo(survey.responses().size());
        same(fixture, survey, "", response -> true);
        same(fixture, survey, "?from=2026-02&to=2026-02", response -> response.day()
                .startsWith("2026-02"));
        same(fixture, survey, "?stage=" + journey.stageId(), response -> response.stage()
                .equals("search"));
        assertThat(pairSums(fixture)).isEqualTo(naivePairSums(fixture, survey.responses()));
    }

    /** Imports, corrections and deletions by chance: what is listed and scored is what the raw answers say that are left. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void talliesAreThoseOfWhatIsLeft(long seed) {
        var fixture = GapMapFixture.make("{\"outcome\": {\"name\": \"again\", \"min\": 0, \"max\": 10}}", NEEDS);
        var journey = surround(fixture);
        var survey = new Survey(seed, PROVIDERS, NEEDS);
        var changes = new RandomChanges(
                new Random(seed), fixture, survey, MAPPING.formatted(columns(NEEDS + Survey.BESIDE.size())));

        changes.make(CHANGES);

        assertThat(changes.listed())
                .containsExactlyInAnyOrderElementsOf(
                        survey.responses().stream().map(Response::content).toList());
        assertThat(fixture.read().extract().<Integer>path("responses"))
                .isEqualTo(survey.responses().size());
        same(fixture, survey, "", response -> true);
        same(fixture, survey, "?stage=" + journey.stageId(), response -> response.stage()
                .equals("search"));
        assertThat(pairSums(fixture)).isEqualTo(naivePairSums(fixture, survey.responses()));
    }

    /** A provider that is not compared, and a journey with a stage. */
    private static JourneyNextDoor surround(GapMapFixture fixture) {
        GapMapFixture.provider(fixture.workspace(), "outside");
        var journey = JourneyNextDoor.of(fixture.persona(), "search");
        journey.tell(1, "created", "[\"" + fixture.persona().needIds().getFirst() + "\"]", false);
        fixture.awaitAt("context.needs[0].stages.stageName", List.of("Search"));
        return journey;
    }

    private static void same(GapMapFixture fixture, Survey survey, String query, Predicate<Response> slice) {
        var scores = fixture.scores(query).extract().jsonPath();
        var responses = survey.responses().stream().filter(slice).toList();
        for (int need = 0; need < NEEDS; need++) {
            var at = "scores[" + need + "].";
            same(scores, at + "own.", ratings(responses, "own", need));
            same(scores, at + "competitors[0].", ratings(responses, "one", need));
            same(scores, at + "competitors[1].", ratings(responses, "two", need));
            var n = need;
            var pairs = responses.stream()
                    .filter(r -> r.ratings()[n] != null && r.outcome() != null)
                    .map(r -> new double[] {r.ratings()[n], r.outcome()})
                    .toList();
            assertThat(scores.getInt(at + "importance.derived.n")).isEqualTo(pairs.size());
            assertThat(scores.getDouble(at + "importance.derived.r")).isCloseTo(correlation(pairs), within(1e-6));
        }
        sameBeside(scores, responses);
        sameOutcomes(fixture, responses, query);
    }

    /** Net promoter scores, with the outcomes they rest on. */
    private static void sameOutcomes(GapMapFixture fixture, List<Response> responses, String query) {
        var scores = fixture.scores(query + (query.isEmpty() ? "?" : "&") + "method=NPS")
                .extract()
                .jsonPath();
        for (int provider = 0; provider < 3; provider++) {
            var name = PROVIDERS.get(provider);
            var outcomes = responses.stream()
                    .filter(r -> r.provider().equals(name) && r.outcome() != null)
                    .map(Response::outcome)
                    .toList();
            var at = "outcomes[" + provider + "].";
            same(scores, at, outcomes);
            var promoters = outcomes.stream().filter(outcome -> outcome >= 9).count();
            var detractors = outcomes.stream().filter(outcome -> outcome <= 6).count();
            assertThat(scores.getDouble(at + "score"))
                    .isCloseTo(100.0 * (promoters - detractors) / outcomes.size(), within(1e-4));
        }
    }

    private static void same(JsonPath scores, String at, List<Integer> ratings) {
        assertThat(scores.getInt(at + "n")).as(at).isEqualTo(ratings.size());
        var mean = mean(ratings);
        assertThat(scores.getDouble(at + "mean")).as(at).isCloseTo(mean, within(1e-6));
        var squares = ratings.stream().mapToDouble(r -> (r - mean) * (r - mean)).sum();
        assertThat(scores.getDouble(at + "sd"))
                .as(at)
                .isCloseTo(Math.sqrt(squares / (ratings.size() - 1)), within(1e-6));
    }

    private static List<Integer> ratings(List<Response> responses, String provider, int need) {
        return responses.stream()
                .filter(r -> r.provider().equals(provider) && r.ratings()[need] != null)
                .map(r -> r.ratings()[need])
                .toList();
    }

    private static double correlation(List<double[]> pairs) {
        var x = pairs.stream().mapToDouble(p -> p[0]).average().orElseThrow();
        var y = pairs.stream().mapToDouble(p -> p[1]).average().orElseThrow();
        var xy = pairs.stream().mapToDouble(p -> (p[0] - x) * (p[1] - y)).sum();
        var xx = pairs.stream().mapToDouble(p -> (p[0] - x) * (p[0] - x)).sum();
        var yy = pairs.stream().mapToDouble(p -> (p[1] - y) * (p[1] - y)).sum();
        return xy / Math.sqrt(xx * yy);
    }

    /** The mapping of the first questions: of all needs their ratings, of the first what is asked beside. */
    private static String columns(int asked) {
        var ratings = IntStream.range(0, Math.min(asked, NEEDS))
                .mapToObj(i -> "\"n%d\": \"key:need-%d\"".formatted(i, i))
                .collect(Collectors.joining(",", "\"needs\": {", "}"));
        return IntStream.range(NEEDS, asked)
                .mapToObj(i -> ", \"%s\": {\"n%d\": \"key:need-0\"}".formatted(Survey.BESIDE.get(i - NEEDS), i))
                .collect(Collectors.joining("", ratings, ""));
    }

    /** What is asked beside ratings, of the first need, over all providers. */
    private static void sameBeside(JsonPath scores, List<Response> responses) {
        var importance = answers(responses, NEEDS);
        var expected = answers(responses, NEEDS + 1);
        assertThat(scores.getInt("scores[0].importance.surveyed.n")).isEqualTo(importance.size());
        assertThat(scores.getDouble("scores[0].importance.surveyed.value"))
                .isCloseTo(10 * (mean(importance) - 1) / 4, within(1e-5));
        same(scores, "scores[0].expected.", expected);
        var kano = responses.stream()
                .filter(r -> r.ratings()[NEEDS + 2] != null && r.ratings()[NEEDS + 3] != null)
                .toList();
        var attractive = kano.stream()
                .filter(r -> r.ratings()[NEEDS + 2] == 1 && r.ratings()[NEEDS + 3] > 1 && r.ratings()[NEEDS + 3] < 5)
                .count();
        assertThat(scores.getLong("scores[0].kano.attractive")).isEqualTo(attractive);
        assertThat(Stream.of("attractive", "oneDimensional", "mustBe", "indifferent", "reverse", "questionable")
                        .mapToInt(category -> scores.getInt("scores[0].kano." + category))
                        .sum())
                .isEqualTo(kano.size());
    }

    private static List<Integer> answers(List<Response> responses, int question) {
        return responses.stream()
                .map(response -> response.ratings()[question])
                .filter(Objects::nonNull)
                .toList();
    }

    private static double mean(List<Integer> answers) {
        return answers.stream().mapToInt(answer -> answer).average().orElseThrow();
    }

    /** n Σx Σy Σx² Σy² Σxy of ratings as indexes, per pair of needs. */
    private static Map<String, List<Long>> naivePairSums(GapMapFixture fixture, List<Response> responses) {
        var sums = new HashMap<String, List<Long>>();
        for (int i = 0; i < NEEDS; i++) {
            for (int j = i + 1; j < NEEDS; j++) {
                long[] s = new long[6];
                for (var response : responses) {
                    if (response.ratings()[i] != null && response.ratings()[j] != null) {
                        long x = response.ratings()[i] - 1;
                        long y = response.ratings()[j] - 1;
                        long[] more = {1, x, y, x * x, y * y, x * y};
                        IntStream.range(0, 6).forEach(k -> s[k] += more[k]);
                    }
                }
                var needs = fixture.persona().needIds();
                sums.put(
                        needs.get(i) + " " + needs.get(j),
                        java.util.Arrays.stream(s).boxed().toList());
            }
        }
        return sums;
    }

    private Map<String, List<Long>> pairSums(GapMapFixture fixture) {
        var sums = new HashMap<String, List<Long>>();
        caller.runAs(Caller.service(fixture.workspace().name(), "test"), () -> QuarkusTransaction.requiringNew()
                .run(() -> sums.putAll(read(UUID.fromString(fixture.map())))));
        return sums;
    }

    private Map<String, List<Long>> read(UUID map) {
        var sql = """
                select x.need_id || ' ' || y.need_id, sum(n), sum(sum_x), sum(sum_y), sum(sum_xx), sum(sum_yy), sum(sum_xy)
                from pair_sum p
                join need_slot x on (x.gap_map_id, x.slot) = (p.gap_map_id, p.x_slot)
                join need_slot y on (y.gap_map_id, y.slot) = (p.gap_map_id, p.y_slot)
                where p.gap_map_id = ? group by x.need_id, y.need_id
                """;
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, map);
            var sums = new HashMap<String, List<Long>>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var of = rows;
                    sums.put(
                            rows.getString(1),
                            IntStream.rangeClosed(2, 7)
                                    .mapToObj(i -> whole(of, i))
                                    .toList());
                }
            }
            return sums;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Long whole(java.sql.ResultSet row, int column) {
        try {
            return row.getObject(column, BigDecimal.class).longValueExact();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
