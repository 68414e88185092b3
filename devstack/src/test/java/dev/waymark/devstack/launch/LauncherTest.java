package dev.waymark.devstack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.devstack.PostgresLeftover;
import dev.waymark.devstack.ProcessMark;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program as a process of its own, as the script does, with stand-ins for the three services. */
class LauncherTest {
    @TempDir
    private Path root;

    private Machine machine;

    private Process bystander;

    @BeforeEach
    void build() throws Exception {
        machine = new Machine(root);
    }

    @AfterEach
    void nothingIsLeftRunning() throws Exception {
        if (bystander != null) {
            bystander.destroy();
        }
        machine.runToEnd("down");
        assertThat(running()).isEmpty();
    }

    @Test
    void upRunsUntilDownAndTheServicesKnowTheStackAroundThem() throws Exception {
        var up = machine.start("up").awaitReady();
        assertThat(up.text())
                .contains("PostgreSQL", "Kafka", "token issuer", "gapmap-service   ready")
                .contains("http://localhost:" + machine.port("PERSONA_PORT"));
        assertThat(running()).hasSize(4);

        assertWhatTheServicesWereTold();
        var again = machine.runToEnd("up");
        assertThat(again.exitCode()).isZero();
        assertThat(again.text()).contains("already running").contains("A token for the workspace demo");

        var token = machine.runToEnd("token", "--workspace", "demo", "--role", "viewer");
        assertThat(token.text().strip().split("\\.")).hasSize(3);

        assertThat(machine.runToEnd("down").text()).contains("Stopped.");
        assertThat(up.process().isAlive()).isFalse();
        assertThat(up.text()).doesNotContain("ended with exit code");
        assertThat(running()).isEmpty();
        assertThat(machine.runToEnd("down").text().strip()).isEqualTo("Nothing is running.");
    }

    @Test
    void thePartsAloneStayWithoutAnyService() throws Exception {
        var up = machine.start("up", "--parts").awaitReady();

        assertThat(up.text()).contains("PostgreSQL", "token issuer").doesNotContain("persona-service");
        assertThat(running()).hasSize(1); // PostgreSQL
        assertThat(machine.runToEnd("token").text().strip().split("\\.")).hasSize(3);
        assertThat(up.process().isAlive()).isTrue();
    }

    private void assertWhatTheServicesWereTold() throws Exception {
        var told = new Properties();
        told.load(new StringReader(get("JOURNEY_PORT", "/environment")));
        assertThat(told)
                .containsEntry("WAYMARK_MODE", "development")
                .containsEntry("WAYMARK_HTTP_PORT", machine.port("JOURNEY_PORT"))
                .containsEntry("WAYMARK_KAFKA", "127.0.0.1:" + machine.port("KAFKA_PORT"))
                .containsEntry("WAYMARK_ISSUER", "http://localhost:" + machine.port("ISSUER_PORT") + "/waymark")
                .containsKeys("WAYMARK_RESPONDENT_KEY", "WAYMARK_TICKET_KEY");
        for (var role : List.of("owner", "app", "relay")) {
            var password = told.getProperty("WAYMARK_DATABASE_" + role.toUpperCase(Locale.ROOT) + "_PASSWORD");
            try (var connection = DriverManager.getConnection(
                            told.getProperty("WAYMARK_DATABASE_URL"), "journey_" + role, password);
                    var fsync = connection.createStatement().executeQuery("show fsync")) {
                fsync.next();
                assertThat(fsync.getString(1)).isEqualTo("on");
            }
        }
    }

    @Test
    void whatAKilledLauncherLeftIsEndedAndNothingElse() throws Exception {
        // Somebody else's process, whose id will be on record for a service of ours that has ended.
        bystander = new ProcessBuilder("sleep", "3600").start();
        var up = machine.start("up").awaitReady();
        up.process().destroyForcibly().waitFor();
        assertThat(running()).hasSize(4);
        var gapmap = ProcessMark.read(machine.home().mark("gapmap-service")).orElseThrow();
        gapmap.find().orElseThrow().destroyForcibly();
        new ProcessMark(bystander.pid(), gapmap.started()).write(machine.home().mark("gapmap-service"));

        var down = machine.runToEnd("down");
        assertThat(down.text())
                .contains("left-over persona-service", "left-over journey-service", "left-over PostgreSQL");
        assertThat(down.text()).doesNotContain("gapmap");
        assertThat(running()).isEmpty();
        assertThat(bystander.isAlive()).isTrue();
    }

    @Test
    void aServiceThatEndsAtTheStartIsReportedAndEverythingStops() throws Exception {
        machine.environment.put("STAND_IN_ENDS", machine.port("JOURNEY_PORT"));
        var up = machine.runToEnd("up");
        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.text()).contains("journey-service ended with exit code 3", "cannot read the stars");
        assertThat(running()).isEmpty();
    }

    @Test
    void aServiceThatEndsLaterIsReportedAndEverythingStops() throws Exception {
        var up = machine.start("up").awaitReady();
        try {
            get("GAPMAP_PORT", "/end");
        } catch (IOException endedBeforeItAnswered) {
            // As it should.
        }
        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.text()).contains("gapmap-service ended with exit code 4");
        assertThat(running()).isEmpty();
    }

    @Test
    void aTakenPortIsNamedWithItsOwnerAndTheWayOut() throws Exception {
        try (var taken =
                new ServerSocket(Integer.parseInt(machine.port("KAFKA_PORT")), 1, InetAddress.getLoopbackAddress())) {
            var up = machine.runToEnd("up");
            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.text().strip().lines()).hasSize(1);
            assertThat(up.text())
                    .contains("Port " + taken.getLocalPort() + ", needed for Kafka, is taken by process "
                            + ProcessHandle.current().pid())
                    .contains("WAYMARK_KAFKA_PORT");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        Files.writeString(machine.home().folder(), "a file in its place");
        var up = machine.runToEnd("up");
        Files.delete(machine.home().folder());
        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.text())
                .startsWith("waymark: Cannot write to " + machine.home().folder());
    }

    @Test
    void misspeltWordsAreRefused() throws Exception {
        assertThat(machine.runToEnd("token", "--rolle", "editor").text()).contains("Unknown option --rolle");
        assertThat(machine.runToEnd("token", "--role").text()).contains("--role needs a value");
        assertThat(machine.runToEnd("dwon").text()).contains("no command dwon");
        assertThat(machine.runToEnd("token").text()).contains("start the stack with ./waymark up");
    }

    private List<ProcessHandle> running() throws Exception {
        var processes = new ArrayList<ProcessHandle>();
        for (var service : Machine.SERVICES) {
            ProcessMark.read(machine.home().mark(service))
                    .flatMap(ProcessMark::find)
                    .ifPresent(processes::add);
        }
        PostgresLeftover.in(machine.home().data("postgres")).server().ifPresent(processes::add);
        return processes;
    }

    private String get(String port, String path) throws Exception {
        var uri = URI.create("http://localhost:" + machine.port(port) + path);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
