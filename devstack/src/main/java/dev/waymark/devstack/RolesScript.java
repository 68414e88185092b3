package dev.waymark.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs {@code roles.sql}, which is written for psql, over JDBC: statement by statement, passwords filled in. */
record RolesScript(StackSettings settings) {
    private static final Pattern VARIABLE = Pattern.compile(":'([a-z_]+)'");
    private static final Set<String> ALREADY_EXISTS = Set.of("42710", "42P04");

    void run(Connection connection) throws SQLException {
        for (var sql : statements()) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                if (!ALREADY_EXISTS.contains(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    List<String> statements() {
        var sql = text().lines()
                .filter(line -> !line.startsWith("\\") && !line.startsWith("--"))
                .collect(Collectors.joining("\n"));
        return Stream.of(sql.split(";\\s*\n"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .map(this::withPasswords)
                .toList();
    }

    private String withPasswords(String statement) {
        return VARIABLE.matcher(statement)
                .replaceAll(variable -> Matcher.quoteReplacement(
                        quoted(settings.get(variable.group(1).toUpperCase(Locale.ROOT)))));
    }

    static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String text() {
        try (InputStream file = RolesScript.class.getResourceAsStream("roles.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
