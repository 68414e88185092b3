package dev.waymark.gapmap.imports;

import dev.waymark.gapmap.gapmap.RatedMaps;
import dev.waymark.gapmap.imports.RunningImport.Phase;
import dev.waymark.http.Problem;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Imports that are under way, in whichever instance: PostgreSQL knows how far it has come with copying. Nothing is stored about them, so
 * that nothing is left if one breaks off.
 */
@ApplicationScoped
@Transactional
class RunningImports {

    /** Of somebody who cancels a statement. */
    static final String CANCELLED = "57014";

    private static final String ANNOUNCE = "select set_config('application_name', 'waymark import ' || ?, true)";

    private static final String FIND = """
            select p.tuples_processed
            from pg_stat_activity a left join pg_stat_progress_copy p on p.pid = a.pid
            where a.usename = current_user and a.application_name = 'waymark import ' || ? and a.pid <> pg_backend_pid()
            """;

    private static final String CANCEL = """
            select pg_cancel_backend(pid) from pg_stat_activity
            where usename = current_user and application_name = 'waymark import ' || ? and pid <> pg_backend_pid()
            """;

    private final RatedMaps maps;
    private final AgroalDataSource database;

    RunningImports(RatedMaps maps, AgroalDataSource database) {
        this.maps = maps;
        this.database = database;
    }

    /** Lets others find the import that this transaction is, until it ends. */
    static void announce(Connection connection, UUID gapMapId) throws SQLException {
        try (var announce = connection.prepareStatement(ANNOUNCE)) {
            announce.setString(1, gapMapId.toString());
            announce.execute();
        }
    }

    /** @throws Problem 404 */
    RunningImport find(UUID gapMapId) {
        maps.scales(gapMapId); // 404 if it is another workspace's
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(FIND)) {
            query.setString(1, gapMapId.toString());
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    return new RunningImport(Phase.IDLE, 0);
                }
                var rows = row.getLong(1);
                return row.wasNull() ? new RunningImport(Phase.MERGING, 0) : new RunningImport(Phase.READING, rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not look for an import", e);
        }
    }

    /**
     * Has the import that is under way broken off, if there is one: it is answered with 409, and nothing of it is stored.
     *
     * @throws Problem 404
     */
    void cancel(UUID gapMapId) {
        maps.scales(gapMapId);
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(CANCEL)) {
            query.setString(1, gapMapId.toString());
            query.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("could not cancel an import", e);
        }
    }
}
