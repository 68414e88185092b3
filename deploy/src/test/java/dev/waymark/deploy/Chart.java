package dev.waymark.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Helm chart, rendered by Helm. */
final class Chart {

    static final Path ROOT =
            Path.of(System.getProperty("waymark.root", "..")).toAbsolutePath().normalize();
    static final YAMLMapper YAML = new YAMLMapper();
    /** What the annotation of hooks is called where they are rendered. */
    static final String HOOK = "rendered.example/hook";

    private static final Path FOLDER = ROOT.resolve("deploy/helm/waymark");
    private static final Path WITH_HOOKS = copy(ROOT.resolve("deploy/target/chart-with-hooks"), "helm.sh/hook", HOOK);
    private static final String NAME = "wm";
    private static final String KUBERNETES = "1.34.0";

    private Chart() {}

    static JsonNode read(String file) {
        try {
            return YAML.readTree(FOLDER.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All its documents. Helm as a library does not show hooks, so they are rendered as if they were none.
     *
     * @param example of values, a file in {@code ci}
     */
    static List<Manifest> render(String example) {
        return render(WITH_HOOKS, FOLDER.resolve("ci").resolve(example));
    }

    /** The example, and over it these values. */
    static List<Manifest> render(String example, String values) {
        try {
            var file = Files.createTempFile("waymark-values", ".yaml");
            try {
                JsonNode merged = YAML.readerForUpdating(read("ci/" + example)).readValue(values);
                YAML.writeValue(file.toFile(), merged);
                return render(WITH_HOOKS, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Manifest> renderWithoutHooks(String example) {
        return render(FOLDER, FOLDER.resolve("ci").resolve(example));
    }

    static List<Manifest> renderWithDefaults() {
        return render(FOLDER, FOLDER.resolve("values.yaml"));
    }

    private static List<Manifest> render(Path chart, Path values) {
        var rendered = new Helm(chart)
                .template()
                .withName(NAME)
                .withKubeVersion(KUBERNETES)
                .withValuesFile(values)
                .call();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(rendered)) {
            return documents.readAll().stream()
                    .filter(JsonNode::isObject)
                    .map(Manifest::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is told to whoever installs it. */
    static String notes(String example) {
        return new Helm(FOLDER)
                .install()
                .withName(NAME)
                .withNamespace("insights")
                .withKubeVersion(KUBERNETES)
                .withValuesFile(FOLDER.resolve("ci").resolve(example))
                .clientOnly()
                .dryRun()
                .call()
                .getOutput();
    }

    /** What Helm has to say of the chart with these values as its own, since it lints with no others. */
    static List<String> lint(String example, Path scratch) throws IOException {
        copy(scratch, HOOK, HOOK);
        JsonNode merged = YAML.readerForUpdating(read("values.yaml"))
                .readValue(FOLDER.resolve("ci").resolve(example).toFile());
        YAML.writeValue(scratch.resolve("values.yaml").toFile(), merged);
        var result = new Helm(scratch).lint().strict().call();
        return result.isFailed() ? result.getMessages() : List.of();
    }

    private static Path copy(Path target, String word, String other) {
        try (var files = Files.walk(FOLDER)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copied = target.resolve(FOLDER.relativize(file).toString());
                Files.createDirectories(copied.getParent());
                Files.writeString(copied, Files.readString(file).replace(word, other));
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
