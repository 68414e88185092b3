package dev.waymark.refusals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.OddToken;
import dev.waymark.testing.TestWorkspace;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is let into which operation. Each operation of the OpenAPI document is asked by each kind of caller; what comes of
 * it is the table in {@code contracts/<service>/access.md}, so that an operation nobody has thought about fails the build.
 */
public final class AccessMatrix {

    private static final String LET_IN = "yes";
    private static final String UNAUTHORIZED = "401";
    private static final String FORBIDDEN = "403";
    private static final String NOT_FOUND = "404";
    private static final String OWN = "own";
    private static final List<String> ROLES = List.of("viewer", "editor", "admin");
    private static final List<OddToken> BAD_TOKENS = List.of(
            OddToken.EXPIRED,
            OddToken.WRONG_AUDIENCE,
            OddToken.WRONG_ISSUER,
            OddToken.ALG_NONE,
            OddToken.OTHER_KEY,
            OddToken.PUBLIC_KEY_AS_SECRET);

    private static final int UUID_LENGTH = 36;

    private final String service;
    private final WorkspaceSample sample;
    private final TestWorkspace stranger = TestWorkspace.fresh();

    public AccessMatrix(String service, WorkspaceSample sample) {
        this.service = service;
        this.sample = sample;
    }

    /** Fails if somebody gets in where he should not, or if the table is not the one that was reviewed. */
    public void isReviewed() {
        var before = sample.state();
        var rows = Operation.all().stream().map(this::row).toList();
        assertThat(sample.state()).as("what is there after all that").isEqualTo(before);

        assertThat(rows).isNotEmpty().allSatisfy(Row::requireAsItShouldBe);
        compare(table(rows));
    }

    private Row row(Operation operation) {
        var bad = Stream.concat(Stream.of(given()), BAD_TOKENS.stream().map(OddToken::asks))
                .map(caller -> letIn(nobodys(operation, caller)))
                .toList();
        var roles = ROLES.stream()
                .map(role -> letIn(nobodys(operation, stranger.as(role))))
                .toList();
        return new Row(operation, bad, roles, elsewhere(operation));
    }

    /** About what does not exist, so that nothing comes of it. */
    private static Response nobodys(Operation operation, RequestSpecification caller) {
        var path = operation
                .path()
                .replace("{version}", "1")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        return operation.ask(caller, path, "{}");
    }

    private static String letIn(Response answer) {
        return switch (answer.statusCode()) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            default -> answer.statusCode() < 500 ? LET_IN : String.valueOf(answer.statusCode());
        };
    }

    /** The other workspace's administrator asks about what there is in this one. */
    private String elsewhere(Operation operation) {
        var answer = operation.ask(stranger.admin(), sample.fill(operation.path()), sample.body(operation));
        if (answer.statusCode() == 404) {
            return NOT_FOUND;
        }
        assertThat(answer.statusCode()).as(operation + ": " + answer.asString()).isLessThan(500);
        return operation.takesAnId() ? String.valueOf(answer.statusCode()) : own(operation, answer);
    }

    private String own(Operation operation, Response answer) {
        assertThat(answer.asString())
                .as("what " + operation + " shows to another workspace")
                .doesNotContain(sample.ids().values().stream()
                        .filter(id -> id.length() == UUID_LENGTH) // a number stands in other figures as well
                        .toList())
                .doesNotContain(sample.workspace().name());
        return OWN;
    }

    private String table(List<Row> rows) {
        return """
                # Who may do what in %s

                Each operation was asked by each of these callers. *yes*: the caller is let in, whatever comes of the request; a number: the
                status of the refusal. The last column is an administrator of another workspace who knows the ids: *own* means that there
                is no id in the path, and nothing is seen but what is the caller's own. `AccessTest` writes this with `-Dcontracts.update=true`.

                | operation | no token | %s | %s | another workspace |
                |---|---|%s
                """.formatted(
                                service,
                                BAD_TOKENS.stream().map(OddToken::title).collect(Collectors.joining(" | ")),
                                String.join(" | ", ROLES),
                                "---|".repeat(BAD_TOKENS.size() + ROLES.size() + 1))
                + rows.stream().map(row -> row + "\n").collect(Collectors.joining());
    }

    private void compare(String table) {
        var file = Path.of(System.getProperty("waymark.root"), "contracts", service, "access.md");
        try {
            if (Boolean.getBoolean("contracts.update")) {
                Files.writeString(file, table);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as("contracts/%s/access.md; if the change is intended, run with -Dcontracts.update=true", service)
                    .isEqualTo(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Row(Operation operation, List<String> bad, List<String> roles, String elsewhere) {

        /** Whatever the table says, this has to be. */
        void requireAsItShouldBe() {
            assertThat(bad).as(operation + " without a good token").containsOnly(UNAUTHORIZED);
            var least = ROLES.indexOf(operation.role());
            assertThat(least).as(operation + " asks for a role").isNotNegative();
            for (var i = 0; i < ROLES.size(); i++) {
                assertThat(roles.get(i))
                        .as(operation + " as " + ROLES.get(i))
                        .isEqualTo(i < least ? FORBIDDEN : LET_IN);
            }
            if (operation.takesAnId()) {
                assertThat(elsewhere)
                        .as(operation + " by an id of another workspace")
                        .isEqualTo(NOT_FOUND);
            }
        }

        @Override
        public String toString() {
            return "| `" + operation + "` | " + String.join(" | ", bad) + " | " + String.join(" | ", roles) + " | "
                    + elsewhere + " |";
        }
    }
}
