package dev.waymark.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The commands of docs/operations.md mend what they are said to mend, while the product runs. */
@ExtendWith(Product.class)
class RecoveryTest {

    private final Product product = Product.running();
    private final String workspace = "recovery-" + UUID.randomUUID();
    private String token = product.token(workspace, "admin");
    private String persona;
    private String journey;

    @BeforeEach
    void aJourneyThatKnowsItsPersona() {
        persona = put("persona", "/v1/personas/by-key/p", "{\"name\": \"Traveller\"}");
        journey = put("journey", "/v1/journeys/by-key/j", """
                {"name": "Trip", "personaId": "%s", "stages": []}""".formatted(persona));
        personaOnJourneyIs("Traveller");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(known("version")).isEqualTo("1"));
    }

    @Test
    void aProjectionThatIsWrongIsMendedByTellingAgain() throws SQLException {
        spoil();
        assertThat(personaOnANewJourney()).isEqualTo("Somebody else");

        sql("journey", "select forget_neighbours()");
        assertThat(Long.parseLong(sql("persona", "select tell_again('persona')")))
                .isPositive();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(known("version")).isEqualTo("1"));
        assertThat(known("data ->> 'name'")).isEqualTo("Traveller");
        assertThat(personaOnANewJourney()).isEqualTo("Traveller");
    }

    @Test
    void aProjectionThatIsLostIsBuiltAnewFromItsTopic() throws SQLException {
        sql("journey", "delete from neighbour where workspace = '" + workspace + "' returning id");
        product.run("./waymark", "down");
        var up = product.run(
                "env", "WAYMARK_INBOUND_GENERATION=-" + UUID.randomUUID(), "./waymark", "up", "--background");
        assertThat(up.exitCode()).as(up.output()).isZero();
        token = product.token(workspace, "admin");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(known("data ->> 'name'")).isEqualTo("Traveller"));
        personaOnJourneyIs("Traveller");
    }

    @Test
    void whatIsDeletedIsNotRevivedByTellingAgain() throws SQLException {
        as().header("If-Match", "*")
                .delete(product.url("persona") + "/v1/personas/" + persona)
                .then()
                .statusCode(204);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(known("data is null")).isEqualTo("t"));

        sql("journey", "select forget_neighbours()");
        sql("persona", "select tell_again('persona')");
        var later = put("persona", "/v1/personas/by-key/later", "{\"name\": \"Later\"}");

        // Told after all that was told again.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(known(later, "data ->> 'name'")).isEqualTo("Later"));
        assertThat(known("data is null")).isEqualTo("t");
    }

    @Test
    void databasesRestoredToAnEarlierMomentGoOnFromThere() throws Exception {
        var data = product.folder().resolve("home/data/postgres");
        var backup = product.folder().resolve("backup-" + UUID.randomUUID());
        product.run("./waymark", "down");
        copy(data, backup);
        restart("./waymark", "up", "--background");
        put("persona", "/v1/personas/by-key/p", "{\"name\": \"Lost\"}");
        var lost = put("persona", "/v1/personas/by-key/lost", "{\"name\": \"Lost too\"}");
        personaOnJourneyIs("Lost");
        await().atMost(Duration.ofSeconds(30)).until(() -> known(lost, "id") != null);

        product.run("./waymark", "down");
        remove(data);
        copy(backup, data);
        restart("./waymark", "up", "--background", "--parts");
        deleteTopic("waymark.personas");
        restart("./waymark", "up", "--background");
        sql("journey", "select forget_neighbours()");
        sql("persona", "select tell_again('persona')");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(known("version")).isEqualTo("1"));
        personaOnJourneyIs("Traveller");
        put("persona", "/v1/personas/by-key/p", "{\"name\": \"After\"}");
        personaOnJourneyIs("After");
        assertThat(known("version")).isEqualTo("2");
        assertThat(known(lost, "id")).isNull();
    }

    @Test
    void aBaseBackupAndTheArchivedLogBringBackTheLastChange() throws Exception {
        var data = product.folder().resolve("home/data/postgres");
        var backup = product.folder().resolve("base-" + UUID.randomUUID());
        var archive = Files.createDirectory(product.folder().resolve("archive-" + UUID.randomUUID()));
        superuser("alter system set archive_mode = on");
        superuser("alter system set archive_command = 'cp %p " + archive + "/%f'");
        restart("./waymark", "up", "--background");
        baseBackup(data, backup);
        put("persona", "/v1/personas/by-key/p", "{\"name\": \"Last\"}");
        var segment = superuser("select pg_walfile_name(pg_switch_wal())");
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(archive.resolve(segment)));

        product.run("./waymark", "down");
        remove(data);
        copy(backup, data);
        Files.createFile(data.resolve("recovery.signal"));
        Files.writeString(data.resolve("postgresql.auto.conf"), """
                restore_command = 'cp %s/%%f %%p'
                hot_standby = off
                """.formatted(archive));
        restart("./waymark", "up", "--background");

        as().get(product.url("persona") + "/v1/personas/" + persona).then().body("name", equalTo("Last"));
        personaOnJourneyIs("Last");
        put("persona", "/v1/personas/by-key/p", "{\"name\": \"After\"}");
        personaOnJourneyIs("After");
    }

    /** While everything runs, and files come and go. */
    private void baseBackup(Path data, Path backup) throws Exception {
        try (var connection = superuser();
                var session = connection.createStatement()) {
            session.execute("select pg_backup_start('recovery test', true)");
            new ProcessBuilder("cp", "-a", data.toString(), backup.toString())
                    .start()
                    .waitFor();
            try (var stop = session.executeQuery("select labelfile from pg_backup_stop()")) {
                stop.next();
                Files.writeString(backup.resolve("backup_label"), stop.getString(1));
            }
        }
        Files.delete(backup.resolve("postmaster.pid"));
        remove(backup.resolve("pg_wal"));
        Files.createDirectory(backup.resolve("pg_wal"));
    }

    /** As by a defect: the row is wrong, and so new that nothing that was told would correct it. */
    private void spoil() throws SQLException {
        sql("journey", """
                update neighbour set data = jsonb_set(data, '{name}', '"Somebody else"'), version = 99
                where workspace = '%s' and id = '%s' returning id""".formatted(workspace, persona));
    }

    private void restart(String... command) {
        product.run("./waymark", "down");
        var up = product.run(command);
        assertThat(up.exitCode()).as(up.output()).isZero();
        token = product.token(workspace, "admin");
    }

    private static void remove(Path folder) throws Exception {
        assertThat(new ProcessBuilder("rm", "-r", folder.toString()).start().waitFor())
                .isZero();
    }

    private static void copy(Path from, Path to) throws Exception {
        var copied = new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                .start()
                .waitFor();
        assertThat(copied).isZero();
    }

    private void deleteTopic(String name) throws Exception {
        try (var kafka = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + product.port("kafka")))) {
            kafka.deleteTopics(List.of(name)).all().get(30, TimeUnit.SECONDS);
        }
    }

    private void personaOnJourneyIs(String name) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get("/v1/journeys/" + journey).body("context.persona.name", equalTo(name)));
    }

    private String personaOnANewJourney() {
        var created = as().body("{\"name\": \"Another\", \"personaId\": \"" + persona + "\", \"stages\": []}")
                .post(product.url("journey") + "/v1/journeys");
        created.then().statusCode(201);
        return created.path("context.persona.name");
    }

    private String known(String column) throws SQLException {
        return known(persona, column);
    }

    private String known(String id, String column) throws SQLException {
        return sql(
                "journey",
                "select " + column + " from neighbour where workspace = '" + workspace + "' and id = '" + id + "'");
    }

    /** As the owner of a service's database. */
    private String sql(String service, String statement) throws SQLException {
        try (var connection = connect(service, service + "_owner", "development-" + service + "-owner")) {
            return first(connection, statement);
        }
    }

    private String superuser(String statement) throws SQLException {
        try (var connection = superuser()) {
            return first(connection, statement);
        }
    }

    private Connection superuser() throws SQLException {
        return connect("postgres", "postgres", "development-superuser");
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + product.port("postgres") + "/" + database;
        return DriverManager.getConnection(url, user, password);
    }

    /** The first column of the first row; null if there is none. */
    private static String first(Connection connection, String statement) throws SQLException {
        try (var query = connection.createStatement()) {
            return query.execute(statement) && query.getResultSet().next()
                    ? query.getResultSet().getString(1)
                    : null;
        }
    }

    private String put(String service, String path, String body) {
        var answer = as().body(body).put(product.url(service) + path);
        answer.then().statusCode(org.hamcrest.Matchers.oneOf(200, 201));
        return answer.path("id");
    }

    private ValidatableResponse get(String path) {
        return as().get(product.url("journey") + path).then().statusCode(200);
    }

    private RequestSpecification as() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
