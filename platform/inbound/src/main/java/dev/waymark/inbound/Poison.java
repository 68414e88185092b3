package dev.waymark.inbound;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event that can never be taken in. It says what failed where, not with which value: that stands in the record, which is
 * on the dead-letter topic, and not in the log.
 */
final class Poison extends RuntimeException {

    private static final long serialVersionUID = 1;

    Poison(RuntimeException failure) {
        super(Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Poison::told)
                .collect(Collectors.joining(", by ")));
    }

    private static String told(Throwable failure) {
        var name = failure.getClass().getSimpleName();
        return switch (failure) {
            case JsonMappingException json when !json.getPath().isEmpty() -> name + " at " + json.getPathReference();
            case SQLException sql -> name + " " + sql.getSQLState();
            default -> name + place(failure);
        };
    }

    private static String place(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.waymark."))
                .findFirst()
                .map(frame -> " in " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }
}
