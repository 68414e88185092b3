package dev.waymark.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the database gives to a role of the service under test, beside the service. */
public enum ServiceRole {
    APP("quarkus.datasource."),
    OWNER("quarkus.datasource.owner.");

    private final String settings;

    ServiceRole(String settings) {
        this.settings = settings;
    }

    /** The first column of what a statement gives in a workspace, a line for each row; nothing for one without rows. */
    public String run(String workspace, String sql) throws SQLException {
        try (var connection = connect(workspace)) {
            return run(connection, sql);
        }
    }

    /** The same on a connection that the caller has. */
    public static String run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var lines = new StringBuilder();
            if (statement.execute(sql)) {
                for (var rows = statement.getResultSet(); rows.next(); ) {
                    lines.append(rows.getString(1)).append('\n');
                }
            }
            return lines.toString();
        }
    }

    /** In simple mode, so that a $1 that is to be explained gets to the server as it is. */
    public Connection connect(String workspace) throws SQLException {
        var config = ConfigProvider.getConfig();
        var connection = DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class) + "?preferQueryMode=simple",
                config.getValue(settings + "username", String.class),
                config.getValue(settings + "password", String.class));
        try (var set = connection.prepareStatement("select set_config('waymark.workspace', ?, false)")) {
            set.setString(1, workspace);
            set.execute();
        }
        return connection;
    }

    /** The tables that the role may read or write, of those with row-level security or of those without. */
    public List<String> tables(boolean secured) throws SQLException {
        return run("none", """
                select relname from pg_class
                where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relrowsecurity = %s
                  and has_table_privilege(oid, 'select, insert, update, delete, truncate')
                """.formatted(secured)).lines().toList();
    }

    /** The plan of a query for values that are not known yet: the worst that a prepared statement can come to. */
    public String plan(String workspace, String sql) throws SQLException {
        var numbered = sql;
        for (int i = 1; numbered.contains("?"); i++) {
            numbered = numbered.replaceFirst("\\?", "\\$" + i);
        }
        return run(workspace, "explain (generic_plan) " + numbered);
    }
}
