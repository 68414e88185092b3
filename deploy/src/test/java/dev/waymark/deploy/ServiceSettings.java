package dev.waymark.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a service reads of its environment, as its configuration files say. */
final class ServiceSettings {

    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{((?:WAYMARK|OTEL)_[A-Z_]+)(:((?:[^{}]|\\{[^}]*})*))?}");

    private final String lines;

    /** @param service {@code persona} say; its own file, and those of the platform */
    ServiceSettings(String service) {
        var files = Stream.concat(
                Stream.of(Chart.ROOT.resolve(service + "-service/src/main/resources/application.properties")),
                platformFiles().stream());
        var all = new StringBuilder();
        files.forEach(file -> all.append(read(file)).append('\n'));
        lines = all.toString();
    }

    /** The variables that a start wants and that have no default, whoever starts. */
    Set<String> required() {
        return variables(variable -> variable.group(2) == null);
    }

    /** Every variable that its files name. */
    Set<String> known() {
        return variables(variable -> true);
    }

    String defaultOf(String variable) {
        return VARIABLE.matcher(lines)
                .results()
                .filter(found -> found.group(1).equals(variable))
                .findFirst()
                .map(found -> found.group(3))
                .orElseThrow();
    }

    /** What its files say of a variable: the first comment above a property that reads it. */
    String describe(String variable) {
        var above = new ArrayDeque<String>();
        for (var line : lines.lines().toList()) {
            if (line.contains("${" + variable) && !line.startsWith("#") && !above.isEmpty()) {
                return String.join(" ", above);
            }
            if (line.startsWith("# ")) {
                above.add(line.substring(2));
            } else {
                above.clear();
            }
        }
        return "";
    }

    /** Whether it sets the property itself that this variable of Quarkus' stands for. */
    boolean hasProperty(String variable) {
        return lines.lines().map(line -> line.split("=", 2)[0].strip()).anyMatch(name -> name.toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "_")
                .equals(variable));
    }

    Optional<String> propertyIn(String profile, String name) {
        var start = "%" + profile + "." + name + "=";
        return lines.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst();
    }

    private Set<String> variables(java.util.function.Predicate<MatchResult> wanted) {
        var names = new TreeSet<String>();
        VARIABLE.matcher(lines)
                .results()
                .filter(wanted)
                .map(found -> found.group(1))
                .forEach(names::add);
        return names;
    }

    private static Set<Path> platformFiles() {
        try (var files = Files.walk(Chart.ROOT.resolve("platform"))) {
            var found = new TreeSet<Path>();
            files.filter(file -> file.endsWith("src/main/resources/META-INF/microprofile-config.properties"))
                    .filter(file -> !file.startsWith(Chart.ROOT.resolve("platform/testing")))
                    .forEach(found::add);
            return found;
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
