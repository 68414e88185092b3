package dev.waymark.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of one service in {@code contracts/} or, as last released, in {@code contracts/released/}. */
record Contract(Path folder) {

    static final Path ROOT = Path.of(System.getProperty("waymark.root", ".."), "contracts")
            .toAbsolutePath()
            .normalize();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();

    /** Of every service that has an API, by name. */
    static Stream<Contract> all() {
        return services(ROOT);
    }

    static Stream<Contract> released() {
        return services(ROOT.resolve("released"));
    }

    private static Stream<Contract> services(Path folder) {
        try (var folders = Files.list(folder)) {
            return folders.filter(service -> Files.exists(service.resolve("openapi.yaml"))).sorted().toList().stream()
                    .map(Contract::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String service() {
        return folder.getFileName().toString();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    JsonNode read(String name) {
        try {
            return (name.endsWith(".json") ? JSON : YAML).readTree(file(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The types of its events, {@code persona.created.v1} say; a schema that only others refer to is none. */
    List<String> events() {
        return schemas().stream()
                .map(name -> name.replace(".schema.json", ""))
                .filter(name -> name.split("\\.").length == 3)
                .toList();
    }

    List<String> schemas() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return service();
    }
}
