package dev.waymark.workspace;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Tells PostgreSQL the workspace, for its row-level security, in every transaction of the application's datasource. The
 * setting ends with the transaction, so that it cannot leak to the next borrower of the connection.
 */
@ApplicationScoped
class WorkspaceOfConnection implements AgroalPoolInterceptor {

    private final CurrentCaller caller;

    WorkspaceOfConnection(CurrentCaller caller) {
        this.caller = caller;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        var workspace = caller.get().workspace();
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException("a connection was acquired outside a transaction");
            }
            try (var set = connection.prepareStatement("select set_config('waymark.workspace', ?, true)")) {
                set.setString(1, workspace);
                set.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not tell the database the workspace", e);
        }
    }
}
