package dev.waymark.gapmap.ratings;

import dev.waymark.gapmap.gapmap.RatedMap;
import dev.waymark.gapmap.gapmap.RatedMaps;
import dev.waymark.http.EntityTag;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Changes responses that are there, or takes them away; what is counted beside them stays exact. */
@ApplicationScoped
public class Corrections {

    private final RatedMaps maps;
    private final Ratings ratings;
    private final Responses responses;

    Corrections(RatedMaps maps, Ratings ratings, Responses responses) {
        this.maps = maps;
        this.ratings = ratings;
        this.responses = responses;
    }

    /**
     * Takes back an import: what it brought goes, what it corrected is again what the other imports say.
     *
     * @param tag of the import
     * @throws Problem 404; 409 if the map is archived; 412 if stale
     */
    public void takeBack(UUID gapMapId, UUID importId, EntityTag tag, IfMatch ifMatch) {
        change(gapMapId, (map, connection) -> {
            if (!ratings.hasImport(connection, gapMapId, importId)) {
                throw Problem.notFound("import", importId);
            }
            ifMatch.check(tag);
            return apply(connection, CorrectionSql.takeBack(gapMapId, importId), gone -> maps.end(map, -gone));
        });
    }

    /** @throws Problem 404; 409 if the map is archived; 412 if stale */
    void delete(UUID gapMapId, long id, IfMatch ifMatch) {
        change(gapMapId, (map, connection) -> {
            ifMatch.check(
                    responses.require(connection, gapMapId, id).on(map.scales()).tag());
            return apply(connection, CorrectionSql.delete(gapMapId, id), gone -> maps.end(map, -gone));
        });
    }

    /**
     * Puts others in the place of a response's ratings and outcome.
     *
     * @throws Problem 400 if one is not on its scale; 404; 409 if the map is archived; 412 if
     *     stale; 422 for a need that there is not
     */
    ResponseView replace(UUID gapMapId, long id, ResponseDraft said, IfMatch ifMatch) {
        return change(gapMapId, (map, connection) -> {
            var stored = responses.require(connection, gapMapId, id);
            ifMatch.check(stored.on(map.scales()).tag());
            var ofProvider = stored.providerId() != null;
            var slots = ratings.slots(connection, gapMapId);
            said.newItems(map).forEach(slots::indexOf);
            var indexes = said.indexes(map, slots, ofProvider);
            var outcome = said.outcomeOn(map, ofProvider);
            ratings.keep(connection, gapMapId, slots);
            apply(connection, CorrectionSql.replace(gapMapId, id, indexes, outcome), gone -> maps.end(map, 0));
            return responses.require(connection, gapMapId, id).on(map.scales());
        });
    }

    /** Takes away every trace of a respondent from all maps of the workspace, archived ones too. */
    Erasure erase(String respondent) {
        return Turns.take(() -> {
            if (!maps.beginErasure()) {
                return Optional.empty();
            }
            var hash = ratings.pseudonyms().of(respondent.strip());
            try (var connection = ratings.connection()) {
                var turns = responses.mapsOf(connection, hash).stream()
                        .map(maps::begin)
                        .toList();
                if (turns.stream().anyMatch(Optional::isEmpty)) {
                    return Optional.empty();
                }
                var gone = 0L;
                for (var turn : turns) {
                    var map = turn.orElseThrow();
                    gone += apply(
                            connection, CorrectionSql.forget(map.id(), hash), erased -> maps.endErasure(map, erased));
                }
                return Optional.of(new Erasure(turns.size(), gone));
            } catch (SQLException e) {
                throw new IllegalStateException("could not erase", e);
            }
        });
    }

    private <T> T change(UUID gapMapId, Change<T> change) {
        return Turns.take(() -> maps.begin(gapMapId).map(map -> {
            try (var connection = ratings.connection()) {
                return change.of(map, connection);
            } catch (SQLException e) {
                throw new IllegalStateException("could not correct", e);
            }
        }));
    }

    /**
     * How many responses went.
     *
     * @param end takes in that so many went
     */
    private static long apply(Connection connection, List<String> steps, LongConsumer end) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var step : steps) {
                statement.execute(step);
            }
            try (var row = statement.executeQuery(CorrectionSql.EFFECT)) {
                row.next();
                var gone = row.getLong(1);
                end.accept(gone);
                statement.execute("drop table answer, delta"); // another map may follow
                return gone;
            }
        }
    }

    /** Something done to the ratings of a map. */
    @FunctionalInterface
    private interface Change<T> {
        T of(RatedMap map, Connection connection) throws SQLException;
    }
}
