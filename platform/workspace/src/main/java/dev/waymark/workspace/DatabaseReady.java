package dev.waymark.workspace;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Asks the database as a request does: through the application's pool and role, in a transaction, for a workspace. The
 * check that Quarkus brings would acquire a connection for nobody, which is refused.
 */
@Readiness
class DatabaseReady implements HealthCheck {

    /** No token can grant it: a workspace's name does not begin with an underscore. */
    private static final Caller NOBODY = Caller.service("_readiness", "readiness");

    private final AgroalDataSource database;
    private final CurrentCaller caller;

    DatabaseReady(AgroalDataSource database, CurrentCaller caller) {
        this.database = database;
        this.caller = caller;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("Database as the application");
        try {
            caller.runAs(NOBODY, () -> QuarkusTransaction.requiringNew().run(this::ask));
            return answer.up().build();
        } catch (RuntimeException e) {
            return answer.down().build();
        }
    }

    private void ask() {
        try (var connection = database.getConnection();
                var question = connection.createStatement()) {
            question.execute("select 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
