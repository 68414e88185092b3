package dev.waymark.content;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails;
import dev.waymark.http.StrictJson;
import jakarta.validation.Validation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests of contents have in common: stories read as strictly as a request, and one shelf to put them on. */
final class Settling {

    static final UUID SHELF = UUID.fromString("019aa5b0-0c1e-7c3a-9d52-6f1b8a2e4d10");

    private static final ObjectMapper STRICT = new ObjectMapper().registerModule(new JavaTimeModule());

    static {
        new StrictJson().customize(STRICT);
    }

    static final Contents CONTENTS =
            new Contents(STRICT, Validation.buildDefaultValidatorFactory().getValidator());

    private Settling() {}

    /** Single quotes stand for double ones. */
    static JsonNode json(String text) {
        try {
            return STRICT.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static Story story(String text) {
        return CONTENTS.bind(json(text), Story.class);
    }

    /** Settles a story that replaces another, or none. */
    static Story settle(Story draft, Story present) {
        return CONTENTS.settle(
                draft,
                present,
                Set.of("shelfId"),
                (property, shelf) ->
                        SHELF.equals(shelf.id()) || "top".equals(shelf.key()) ? Optional.of(SHELF) : Optional.empty());
    }

    static Story settle(String draft) {
        return settle(story(draft), null);
    }

    static ProblemDetails problem(ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call).details();
    }

    static List<String> pointers(ThrowingCallable call) {
        return problem(call).errors().stream()
                .map(ProblemDetails.Violation::pointer)
                .toList();
    }
}
