package dev.waymark.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No migration since the last release is in the way of the pods of that release. */
class RollingMigrationTest {

    private static final Pattern RELEASE = Pattern.compile("Release: \\*\\*([0-9.]+)\\*\\*");

    @Test
    void noneIsInTheWayOfTheReleaseBefore() throws IOException {
        var readme = Files.readString(Chart.ROOT.resolve("contracts/released/README.md"));
        var release =
                RELEASE.matcher(readme).results().findFirst().orElseThrow().group(1);

        assertThat(migrations()).filteredOn(file -> isAfter(release, file)).allSatisfy(file -> assertThat(
                        new RollingMigration(read(file)).faults())
                .as(file.toString())
                .isEmpty());
    }

    @Test
    void allMigrationsAreFound() {
        assertThat(migrations().stream().map(file -> file.getFileName().toString()))
                .contains("V0.1.0.1__revision.sql", "V0.2.0.5__migrations_known.sql", "V0.1.0.104__tally.sql")
                .hasSizeGreaterThan(20);
    }

    @Test
    void versionsAreComparedByTheirNumbers() {
        var file = Path.of("V0.10.0.1__x.sql");
        assertThat(isAfter("0.9.0", file)).isTrue();
        assertThat(isAfter("0.10.0", file)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table persona",
                "alter table persona drop column name",
                "alter table persona\n  add x int,\n  drop name",
                "alter table persona alter name drop default",
                "alter table persona rename column name to title",
                "alter table persona alter column version type bigint",
                "alter table persona alter terms set not null",
                "alter table persona add mood text not null",
                "alter table persona add a int not null default 0, add b int not null",
                "alter table persona add constraint positive check (version > 0)",
                "alter table persona add constraint old unique (name) -- drop; it later",
                "create unique index persona_name on persona (workspace, name)",
                "revoke select on persona from app",
                "delete from persona where name = 'x'",
                "-- rolling:\nalter table persona drop name"
            })
    void isInTheWay(String statement) {
        assertThat(new RollingMigration("-- What it is for; and why.\n" + statement + ";").faults())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table persona add mood text",
                "alter table persona add terms text[] not null default '{}'",
                "alter table persona add words tsvector generated always as (w(name)) stored not null",
                "create index persona_mood on persona (workspace, mood)",
                "drop index persona_mood",
                "alter table persona drop constraint positive",
                "create table mood (id uuid not null, unique (id)); create unique index one on mood (id);"
                        + " alter table mood add constraint c check (true)",
                "create function f() returns int language sql begin atomic select 1; end;"
                        + " revoke execute on function f from public",
                "insert into persona values ('drop table persona')",
                "-- rolling: nobody has read it since 0.2.0\nalter table persona drop mood"
            })
    void isNot(String statements) {
        assertThat(new RollingMigration(statements + ";").faults()).isEmpty();
    }

    @Test
    void thatOfThePreviewWouldHaveBeen() {
        var file = migrations().stream()
                .filter(path -> path.endsWith("V0.2.0.101__provider_content.sql"))
                .findFirst()
                .orElseThrow();

        assertThat(new RollingMigration(read(file)).faults())
                .containsExactly("demands a value: alter table provider alter content set not null");
    }

    private static boolean isAfter(String release, Path file) {
        var product = file.getFileName().toString().replaceFirst("^V(\\d+\\.\\d+\\.\\d+)\\..*", "$1");
        return Version.parse(product).compareTo(Version.parse(release)) > 0;
    }

    private static List<Path> migrations() {
        return Stream.of("platform", "persona-service", "journey-service", "gapmap-service")
                .flatMap(module -> migrationsIn(Chart.ROOT.resolve(module)))
                .toList();
    }

    private static Stream<Path> migrationsIn(Path module) {
        try (var files = Files.walk(module)) {
            return files
                    .filter(file ->
                            file.toString().matches(".*/src/main/resources/db/(platform|migration)/V[^/]*\\.sql"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
