package dev.waymark.gapmap.ratings;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.content.Ids;
import dev.waymark.gapmap.gapmap.RatedMap;
import dev.waymark.gapmap.gapmap.RatedMaps;
import dev.waymark.http.Problem;
import dev.waymark.workspace.CurrentCaller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Imports a file of ratings: all of it or nothing, and only once. */
@ApplicationScoped
class RatingImporter {

    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final List<String> WITHOUT_RESPONDENTS = List.of("The mapping names no respondent column:"
            + " the same responses in another file would be counted again. Only this very file is recognised.");

    private final RatedMaps maps;
    private final Ratings ratings;
    private final CurrentCaller caller;
    private final ObjectMapper json;
    private final RatingsConfig config;

    RatingImporter(RatedMaps maps, Ratings ratings, CurrentCaller caller, ObjectMapper json, RatingsConfig config) {
        this.maps = maps;
        this.ratings = ratings;
        this.caller = caller;
        this.json = json;
        this.config = config;
    }

    /** What became of an import; not fresh if it had been done before. */
    record Done(ImportView view, boolean fresh) {}

    /**
     * Imports, or answers with the import that did it before.
     *
     * @param key the caller's idempotency key; null makes the content the key
     * @throws Problem 400, 404, 409, 422: nothing is stored then
     */
    Done run(UUID gapMapId, Mapping mapping, Path file, String key) {
        try {
            var fingerprint = Fingerprint.of(key, mapping, file, json);
            var giveUp = System.nanoTime() + LONGEST_WAIT.toNanos();
            while (System.nanoTime() < giveUp) {
                var done = QuarkusTransaction.requiringNew()
                        .timeout((int) LONGEST.toSeconds())
                        .call(() -> maps.begin(gapMapId).map(map -> once(map, mapping, file, fingerprint)));
                if (done.isPresent()) {
                    return done.get();
                }
                rest(); // without a connection: who waits must not keep others from theirs
            }
            throw Problem.unavailable("Other ratings of this gap map are being imported. Try again.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rest() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The service is shutting down.");
        }
    }

    ImportView get(UUID gapMapId, UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = ratings.connection()) {
                return ratings.find(connection, gapMapId, id)
                        .map(Ratings.Kept::view)
                        .orElseThrow(() -> Problem.notFound("import", id));
            }
        });
    }

    /** Imports of one map come one after the other, so that of two with one key the second finds the first. */
    private Done once(RatedMap map, Mapping mapping, Path file, Fingerprint fingerprint) {
        try (var connection = ratings.connection()) {
            var earlier = ratings.findByKey(connection, map.id(), fingerprint.key());
            if (earlier.isEmpty()) {
                map.requireRateable();
                var view = load(connection, map, mapping, file);
                ratings.keep(connection, view, fingerprint);
                if (view.report().changed()) {
                    maps.end(map, view.report().imported());
                }
                return new Done(view, true);
            }
            if (!earlier.get().hash().equals(fingerprint.hash())) {
                throw Problem.keyReused("This Idempotency-Key was used for another file or mapping.");
            }
            return new Done(earlier.get().view(), false);
        } catch (SQLException e) {
            if (FOREIGN_KEY_VIOLATION.equals(e.getSQLState())) {
                throw Problem.conflict("A provider of the file has been deleted meanwhile: import it again.");
            }
            throw new IllegalStateException("could not import", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportView load(Connection connection, RatedMap map, Mapping mapping, Path file)
            throws SQLException, IOException {
        var columns = Columns.of(mapping, map);
        var slots = ratings.slots(connection, map.id(), columns.needs().values());
        var tally = new Tally();
        var pseudonyms = new Pseudonyms(config.respondentKey(), caller.get().workspace());
        var reader = new RowReader(columns, slots, map.scale(), map.settings().outcome(), pseudonyms, tally);
        var id = Ids.next();
        try (var staging = new Staging(connection)) {
            WideCsv.read(file, columns, (row, line) -> {
                tally.row();
                try {
                    var answer = reader.read(row, line);
                    if (answer != null) {
                        staging.add(answer);
                    }
                } catch (Tally.Refused why) {
                    tally.refused(line, why);
                }
            });
            var effect = staging.merge(map.id(), id);
            var warnings = mapping.respondent() == null ? WITHOUT_RESPONDENTS : List.<String>of();
            return new ImportView(id, map.id(), ImportView.COMPLETED, tally.report(effect, warnings));
        }
    }
}
