package dev.waymark.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What in a migration is in the way of the version before, whose pods go on for a while on the migrated database: they
 * must still find what they read, and may still write what they write. A comment before the statement, "-- rolling:" and
 * why, says that it is right all the same.
 */
final class RollingMigration {

    private static final String EXCUSED = "@rolling";
    private static final Map<String, Pattern> FAULTS = Map.of(
            "takes away what may be read", Pattern.compile("\\bdrop (?!index|constraint)|^truncate|^delete from"),
            "gives another name", Pattern.compile("\\brename\\b"),
            "changes a type", Pattern.compile("\\balter (column )?\\S+ (set data )?type\\b"),
            "demands a value",
                    Pattern.compile("\\bset not null\\b"
                            + "|\\badd (?!constraint\\b)(?!.*\\b(default|generated)\\b).*\\bnot null\\b"),
            "refuses what was allowed",
                    Pattern.compile("^create unique index|\\badd (constraint|check|unique|foreign|primary|exclude)\\b"),
            "takes away a right", Pattern.compile("^revoke\\b"));
    private static final Pattern SUBJECT = Pattern.compile("^alter table (\\w+)| on (?:function )?(\\w+)");
    private static final Pattern MADE = Pattern.compile("^create (?:or replace )?(?:table|function) (\\w+)");

    private final List<String> statements;

    RollingMigration(String sql) {
        var plain = sql.replaceAll("-- rolling: *\\S[^\\n]*", EXCUSED)
                .replaceAll("--[^\\n]*", "")
                .replaceAll("(?s)\\$\\$.*?\\$\\$", "")
                .replaceAll("(?s)\\bbegin atomic\\b.*?\\bend;", ";")
                .replaceAll("'[^']*'", "''");
        statements = Stream.of(plain.split(";"))
                .map(statement -> statement.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** @return each with the statement that it is about */
    List<String> faults() {
        var made = new ArrayList<String>();
        var faults = new ArrayList<String>();
        for (var statement : statements) {
            names(MADE, statement).forEach(made::add);
            if (!statement.contains(EXCUSED) && names(SUBJECT, statement).noneMatch(made::contains)) {
                FAULTS.forEach((fault, pattern) -> {
                    if (actions(statement)
                            .anyMatch(action -> pattern.matcher(action).find())) {
                        faults.add(fault + ": " + statement);
                    }
                });
            }
        }
        return faults;
    }

    private static Stream<String> actions(String statement) {
        return Stream.of(statement.split(", ?(?=(add|alter|drop|rename) )"));
    }

    private static Stream<String> names(Pattern pattern, String statement) {
        Matcher found = pattern.matcher(statement);
        return found.find()
                ? Stream.of(found.group(found.groupCount() == 1 || found.group(1) != null ? 1 : 2))
                : Stream.of();
    }
}
