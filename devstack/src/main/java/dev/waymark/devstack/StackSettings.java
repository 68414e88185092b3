package dev.waymark.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;

/** The lines of {@code stack.env}, each of which an environment variable {@code WAYMARK_<KEY>} overrides. */
public record StackSettings(Map<String, String> values) {
    private static final String OVERRIDE = "WAYMARK_";

    public StackSettings {
        values = Map.copyOf(values);
    }

    public static StackSettings load() {
        return load(System.getenv());
    }

    public static StackSettings load(Map<String, String> environment) {
        var values = new LinkedHashMap<String, String>();
        readFile()
                .forEach((key, value) ->
                        values.put((String) key, environment.getOrDefault(OVERRIDE + key, (String) value)));
        return new StackSettings(values);
    }

    public String get(String key) {
        var value = values.get(key);
        if (value == null) {
            throw new NoSuchElementException("stack.env has no " + key);
        }
        return value;
    }

    /** A port number; one that is none is refused with the name of the setting. */
    public int port(String key) {
        var value = get(key);
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new IllegalArgumentException(OVERRIDE + key + " is not a port: " + value);
        }
        return Integer.parseInt(value);
    }

    private static Properties readFile() {
        try (InputStream file = StackSettings.class.getResourceAsStream("stack.env")) {
            var lines = new Properties();
            lines.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
