package dev.waymark.gapmap.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.content.Ids;
import dev.waymark.gapmap.gapmap.RatedMap;
import dev.waymark.gapmap.gapmap.RatedMaps;
import dev.waymark.gapmap.imports.ImportView.Status;
import dev.waymark.gapmap.imports.file.RatingsFile;
import dev.waymark.gapmap.ratings.Ratings;
import dev.waymark.gapmap.ratings.Turns;
import dev.waymark.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.UUID;

/** Imports a file of ratings: all of it or nothing, and only once. */
@ApplicationScoped
class RatingImporter {

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final RatedMaps maps;
    private final Ratings ratings;
    private final Imports imports;
    private final ObjectMapper json;

    RatingImporter(RatedMaps maps, Ratings ratings, Imports imports, ObjectMapper json) {
        this.maps = maps;
        this.ratings = ratings;
        this.imports = imports;
        this.json = json;
    }

    /** What became of an import; not fresh if it had been done before. */
    record Done(ImportView view, boolean fresh) {}

    /**
     * Imports, or answers with the import that did it before.
     *
     * @param key the caller's idempotency key; null makes the content the key
     * @param dry whether only to tell what would come of it
     * @throws Problem 400, 404, 409, 422: nothing is stored then
     */
    Done run(UUID gapMapId, Mapping mapping, Path file, String key, boolean dry) {
        try {
            var fingerprint = Fingerprint.of(key, mapping, file, json);
            return Turns.take(() -> maps.begin(gapMapId).map(map -> once(map, mapping, file, fingerprint, dry)));
        } catch (Tried only) {
            return only.done;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports of one map come one after the other, so that of two with one key the second finds the first. */
    private Done once(RatedMap map, Mapping mapping, Path file, Fingerprint fingerprint, boolean dry) {
        try (var connection = ratings.connection()) {
            var earlier = imports.findByKey(connection, map.id(), fingerprint.key());
            if (earlier.isEmpty()) {
                map.requireRateable();
                var loaded = load(connection, map, mapping, file);
                var view = loaded.view();
                if (dry) {
                    throw new Tried(new Done(view.dry(), false)); // so that the transaction is rolled back
                }
                imports.keep(connection, view, fingerprint);
                if (loaded.changed()) {
                    maps.end(map, view.report().imported());
                }
                return new Done(view, true);
            }
            if (!earlier.get().hash().equals(fingerprint.hash())) {
                throw Problem.keyReused("This Idempotency-Key was used for another file or mapping.");
            }
            return new Done(earlier.get().view(), false);
        } catch (SQLException | IOException | RuntimeException e) {
            throw refused(e);
        }
    }

    /** A statement may have been cancelled wherever it was made: while copying, merging or scoring. */
    private static RuntimeException refused(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "") {
                case FOREIGN_KEY_VIOLATION -> {
                    return Problem.conflict("A provider of the file has been deleted meanwhile: import it again.");
                }
                case RunningImports.CANCELLED -> {
                    return Problem.conflict("The import was cancelled: nothing of it is stored.");
                }
                default -> {
                    // the next cause may say more
                }
            }
        }
        return switch (failure) {
            case RuntimeException unchecked -> unchecked;
            case IOException ofFile -> new UncheckedIOException(ofFile);
            default -> new IllegalStateException("could not import", failure);
        };
    }

    private Loaded load(Connection connection, RatedMap map, Mapping mapping, Path file)
            throws SQLException, IOException {
        var columns = Columns.of(mapping, map);
        var slots = ratings.slots(connection, map.id());
        columns.questions().items().forEach(slots::indexOf);
        var reader = new RowReader(columns, ratings.pseudonyms(), new Tally(), new Suspicions(map));
        var id = Ids.next();
        RunningImports.announce(connection, map.id());
        try (var staging = new Staging(connection)) {
            var reading = new Reading(reader, staging, slots, new HashSet<>());
            var format = RatingsFile.read(file, mapping.columns().values(), reading);
            staging.end();
            ratings.keep(connection, map.id(), slots);
            var moved = false;
            for (var touchpoint : reading.touchpoints()) {
                var stage = columns.stageOf().get(touchpoint);
                moved |= ratings.place(connection, map.id(), touchpoint, stage);
            }
            var report = reading.report(staging.merge(map.id(), id), format);
            return new Loaded(new ImportView(id, map.id(), Status.COMPLETED, report), moved || report.changed());
        }
    }

    /** @param changed whether a figure may be another now */
    private record Loaded(ImportView view, boolean changed) {}

    /** The end of a dry run. */
    private static final class Tried extends RuntimeException {

        private final transient Done done;

        Tried(Done done) {
            super(null, null, false, false);
            this.done = done;
        }
    }
}
