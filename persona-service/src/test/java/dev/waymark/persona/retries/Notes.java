package dev.waymark.persona.retries;

import dev.waymark.workspace.CurrentCaller;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.UUID;

/** An effect that can be counted: rows in a table that nobody else uses with this kind. Exists in tests only. */
@ApplicationScoped
public class Notes {

    private final AgroalDataSource database;
    private final CurrentCaller caller;

    Notes(AgroalDataSource database, CurrentCaller caller) {
        this.database = database;
        this.caller = caller;
    }

    @Transactional
    public UUID add() {
        var id = UUID.randomUUID();
        sql("insert into neighbour (workspace, kind, id, version) values ('"
                + caller.get().workspace() + "', 'note', '" + id + "', 1)");
        return id;
    }

    int count() {
        return Integer.parseInt(ask("select count(*) from neighbour where kind = 'note'"));
    }

    int keys() {
        return Integer.parseInt(ask("select count(*) from idempotency_key"));
    }

    /** The first value of the first row. */
    @Transactional
    public String ask(String query) {
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var rows = select.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Transactional
    public void sql(String statement) {
        try (var connection = database.getConnection();
                var update = connection.createStatement()) {
            update.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a crash does: whatever the effect returned, the transaction does not commit. */
    void spoil() {
        QuarkusTransaction.setRollbackOnly();
    }
}
