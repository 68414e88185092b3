package dev.waymark.gapmap.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;

/** The airport lounge reviews beside the repository, as input for scoring British Airways. */
public final class LoungeReviews {

    static final List<String> NEEDS = List.of(
            "comfort", "cleanliness", "bar_beverages", "catering", "washrooms", "wifi_connectivity", "staff_service");
    static final String OWN = "british-airways";
    static final List<String> COMPETITORS = List.of(
            "emirates", "qantas-airways", "lufthansa", "qatar-airways", "singapore-airlines", "united-airlines");

    private static final Scale SCALE = Scale.of("1", "5", "1");
    private static final Path SHARED = Path.of(System.getProperty("waymark.root", ".."), "..", "shared");

    private final Map<ScoringInput.CellKey, long[]> counts = new HashMap<>();
    private final Map<UUID, long[]> sums = new HashMap<>();
    private final Map<JointSums.Pair, long[]> pairs = new HashMap<>();

    private LoungeReviews() {}

    /** Skips the test if the file is not there: the data does not belong to the repository. */
    static List<CSVRecord> read(String file) {
        Path path = SHARED.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), () -> path + " is not there");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(Files.newBufferedReader(path, UTF_8))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ScoringResult score(String segment, ScoringSettings settings) {
        return score(segment, settings, OWN, COMPETITORS);
    }

    static ScoringResult score(String segment, ScoringSettings settings, String own, List<String> competitors) {
        LoungeReviews reviews = new LoungeReviews();
        of(segment).forEach(reviews::add);
        return Scoring.score(reviews.input(settings, own, competitors));
    }

    /** The reviews of a segment; ALL stands for every one. */
    static Stream<CSVRecord> of(String segment) {
        return read("data/lounge_ratings.csv").stream()
                .filter(row -> segment.equals("ALL") || segment.equals(row.get("lounge_type")));
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    private void add(CSVRecord row) {
        for (String need : NEEDS) {
            // 0 and blank are no points of the scale: not rated.
            if (row.get(need).isEmpty()
                    || SCALE.indexOf(new BigDecimal(row.get(need))).isEmpty()) {
                continue;
            }
            int rating = new BigDecimal(row.get(need)).intValueExact();
            counts.computeIfAbsent(new ScoringInput.CellKey(id(row.get("airline")), id(need)), key -> new long[5])[
                    rating - 1]++;
            int outcome = Integer.parseInt(row.get("recommended"));
            add(sums.computeIfAbsent(id(need), key -> new long[6]), rating, outcome);
            addPairs(row, need, rating);
        }
    }

    private void addPairs(CSVRecord row, String need, int rating) {
        for (String other : NEEDS.subList(NEEDS.indexOf(need) + 1, NEEDS.size())) {
            if (!row.get(other).isEmpty()
                    && SCALE.indexOf(new BigDecimal(row.get(other))).isPresent()) {
                var pair = new JointSums.Pair(id(need), id(other));
                add(
                        pairs.computeIfAbsent(pair, key -> new long[6]),
                        rating,
                        new BigDecimal(row.get(other)).intValueExact());
            }
        }
    }

    private static void add(long[] sum, int x, int y) {
        long[] terms = {1, x, y, x * x, y * y, x * y};
        Arrays.setAll(sum, i -> sum[i] + terms[i]);
    }

    private JointSums joint() {
        return new JointSums(
                pairs.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> pairs(e.getValue()))),
                sums.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> pairs(e.getValue()))),
                false);
    }

    private ScoringInput input(ScoringSettings settings, String own, List<String> competitors) {
        return new ScoringInput(
                SCALE,
                settings,
                NEEDS.stream()
                        .map(need -> new ScoringInput.Need(id(need), null))
                        .toList(),
                id(own),
                competitors.stream().map(LoungeReviews::id).toList(),
                counts.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> Frequencies.of(SCALE, e.getValue()))),
                sums.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> pairs(e.getValue()))),
                joint(),
                Map.of());
    }

    private static PairSums pairs(long[] sum) {
        return PairSumsTest.sums(sum[0], sum[1], sum[2], sum[3], sum[4], sum[5]);
    }
}
