package dev.waymark.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Starts the service on a database that version 0.1.0 has left behind: its tables, with rows that its own code wrote
 * ({@code upgrade/0.1.0.jsonl}, a table's name and a row of it in each line). The service then migrates it as any other.
 * Several workspaces have the same rows, so that no test meets another's changes.
 */
public final class LastRelease implements QuarkusTestProfile {

    private static final String SERVICE = service();
    private static final String VERSION = "0.1.0";
    private static final int WORKSPACES = 30;
    private static final int POSITIONS = 1000;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final AtomicInteger USED = new AtomicInteger();

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Database.class));
    }

    /** A workspace that no other test has. */
    public static TestWorkspace untouched() {
        var next = USED.getAndIncrement();
        if (next >= WORKSPACES) {
            throw new IllegalStateException("there are too few workspaces for so many tests");
        }
        return new TestWorkspace(name(next));
    }

    private static String name(int workspace) {
        return "upgraded-" + workspace;
    }

    /** The rows of a table as they were, in one workspace. */
    public static Stream<JsonNode> rows(String table) {
        return lines().filter(line -> line.get("table").asText().equals(table)).map(line -> line.get("row"));
    }

    public static JsonNode row(String table, String externalKey) {
        return rows(table)
                .filter(row -> row.get("external_key").asText().equals(externalKey))
                .findFirst()
                .orElseThrow();
    }

    /** What was told of a document when it was last changed. */
    public static JsonNode told(JsonNode document) {
        return rows("revision")
                .filter(revision -> revision.get("aggregate_id").equals(document.get("id")))
                .filter(revision -> revision.get("version").equals(document.get("version")))
                .map(revision -> revision.get("data"))
                .findFirst()
                .orElseThrow();
    }

    /** Fails unless an answer says of a document what was told of it, leaving aside what has got more fields since. */
    public static void requireSaid(JsonNode document, JsonNode answer, String... leavingAside) {
        for (var said : told(document).properties()) {
            if (!List.of(leavingAside).contains(said.getKey())) {
                assertThat(answer.get(said.getKey())).as(said.getKey()).isEqualTo(said.getValue());
            }
        }
    }

    /**
     * Fails unless the feed begins with the old revisions in their order.
     *
     * @return the feed
     */
    public static JsonPath requireFeed(TestWorkspace workspace) {
        var old = history();
        var feed = await().atMost(SOON)
                .until(() -> feed(workspace), events -> events.getList("id").size() >= old.size());

        assertThat(feed.<String>getList("collect { it.type + ' ' + it.aggregateversion }"))
                .isEqualTo(old);
        assertThat(feed.getList("sequence", Integer.class))
                .isEqualTo(IntStream.rangeClosed(1, old.size()).boxed().toList());
        return feed;
    }

    private static JsonPath feed(TestWorkspace workspace) {
        return workspace
                .viewer()
                .get("/v1/events?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Type and version of each revision, the oldest first. */
    private static List<String> history() {
        return rows("revision")
                .sorted(Comparator.comparing(
                        revision -> revision.get("position").asLong()))
                .map(revision -> revision.get("type").asText() + " " + revision.get("version"))
                .toList();
    }

    /** What the service under test calls itself; its configuration is not there yet. */
    private static String service() {
        try (var settings = resource("application.properties")) {
            var properties = new Properties();
            properties.load(settings);
            return properties.getProperty("waymark.service");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
    }

    private static Stream<JsonNode> lines() {
        var file = "upgrade/" + VERSION + ".jsonl";
        try (var reader = new BufferedReader(new InputStreamReader(resource(file), StandardCharsets.UTF_8))) {
            var json = new ObjectMapper();
            var lines = Stream.<JsonNode>builder();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(json.readTree(line));
            }
            return lines.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PostgreSQL of its own, beside that of the other tests. */
    public static final class Database implements QuarkusTestResourceLifecycleManager {

        /** The next position or id that the database gives is one that no row has. */
        private static final String COUNT_ON = """
                do $$ declare c record; begin
                  for c in select table_name t, column_name n from information_schema.columns where is_identity = 'YES' loop
                    execute format('select setval(pg_get_serial_sequence(%1$L, %2$L), coalesce(max(%2$I), 1)) from %1$I', c.t, c.n);
                  end loop;
                end $$
                """;

        private TestDatabase database;

        @Override
        public int order() {
            return 1; // what it gives wins over the stack of all tests
        }

        @Override
        public Map<String, String> start() {
            database = new TestDatabase(SERVICE, VERSION + ".199?"); // whatever there is up to then
            try (var owner = database.owner().getConnection()) {
                fill(owner);
            } catch (SQLException e) {
                throw new IllegalStateException("could not make the database of " + VERSION, e);
            }
            return Map.of("WAYMARK_DATABASE_URL", database.url());
        }

        @Override
        public void stop() {
            database.close();
        }

        /** The last revision had not been sent yet when the service was stopped. */
        private static void fill(Connection owner) throws SQLException {
            for (int workspace = 0; workspace < WORKSPACES; workspace++) {
                for (var line : lines().toList()) {
                    insert(owner, line.get("table").asText(), in(workspace, (ObjectNode) line.get("row")));
                }
            }
            try (var statement = owner.createStatement()) {
                statement.execute(COUNT_ON);
                statement.execute("insert into outbox (position, workspace, aggregate_id)"
                        + " select distinct on (workspace) position, workspace, aggregate_id from revision"
                        + " where data is not null order by workspace, position desc");
            }
        }

        private static ObjectNode in(int workspace, ObjectNode row) {
            row.put("workspace", name(workspace));
            if (row.has("event_id")) { // what is unique in all workspaces together
                row.put("event_id", UUID.randomUUID().toString());
                row.put("position", row.get("position").asLong() + (long) workspace * POSITIONS);
            }
            return row;
        }

        private static void insert(Connection owner, String table, ObjectNode row) throws SQLException {
            var sql =
                    "insert into %1$s overriding system value select * from jsonb_populate_record(null::%1$s, ?::jsonb)";
            try (var insert = owner.prepareStatement(sql.formatted(table))) {
                insert.setString(1, row.toString());
                insert.executeUpdate();
            }
        }
    }
}
