package dev.waymark.fuzzing;

import dev.waymark.testing.ServiceRole;
import dev.waymark.testing.TestWorkspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** What the database of the service under test has of a workspace, in short. */
final class StoredState implements AutoCloseable {

    /** What is put aside or known of others comes and goes without a request. */
    private static final List<String> OF_NO_REQUEST = List.of("outbox", "neighbour", "feed_head");

    private final Connection connection;
    private final String query;
    private String last;

    StoredState(TestWorkspace workspace) throws SQLException {
        this.connection = ServiceRole.OWNER.connect(workspace.name());
        this.query = ServiceRole.run(connection, """
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name = 'workspace'""")
                .lines()
                .filter(table -> !OF_NO_REQUEST.contains(table))
                .sorted()
                .map(table -> digest(table, workspace.name()))
                .collect(Collectors.joining(" union all "));
        now();
    }

    /** Another text if anything of it has changed. */
    String now() throws SQLException {
        last = ServiceRole.run(connection, query);
        return last;
    }

    /** As it was when it was looked at last. */
    String last() {
        return last;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** The position in the feed is given later. */
    private static String digest(String table, String workspace) {
        return """
                select '%1$s ' || count(*) || ' ' || coalesce(md5(string_agg(row, ',' order by row)), '')
                from (select (to_jsonb(t) - 'feed_position')::text as row from %1$s t where workspace = '%2$s') rows
                """.formatted(table, workspace);
    }
}
