package dev.waymark.persona.retries;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.waymark.retries.Retries;
import dev.waymark.retries.RetryKey;
import dev.waymark.workspace.Caller;
import dev.waymark.workspace.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Somebody's requests, as plain calls. Exists in tests only. */
@ApplicationScoped
public class Desk {

    static final RetryKey KEY = key("monday", "/v1/notes");

    private final Retries retries;
    private final Notes notes;
    private final CurrentCaller caller;

    Desk(Retries retries, Notes notes, CurrentCaller caller) {
        this.retries = retries;
        this.notes = notes;
        this.caller = caller;
    }

    /** What a client would see. */
    record Answer(int status, Map<String, List<String>> headers, String body) {}

    static RetryKey key(String value, String path) {
        return new RetryKey(value, "POST", path, "");
    }

    Answer send(Caller who, RetryKey key, Object body) {
        return send(who, key, body, this::addNote);
    }

    Answer send(Caller who, RetryKey key, Object body, Supplier<RestResponse<Object>> effect) {
        return as(who, () -> {
            var answer = retries.once(key, body, effect);
            return new Answer(
                    answer.getStatus(),
                    Map.copyOf(answer.getStringHeaders()),
                    answer.getEntity() instanceof RawValue raw ? (String) raw.rawValue() : null);
        });
    }

    RestResponse<Object> addNote() {
        return created(notes.add());
    }

    static RestResponse<Object> created(UUID id) {
        return RestResponse.ResponseBuilder.<Object>created(URI.create("http://localhost/v1/notes/" + id))
                .header("ETag", "\"1.0\"")
                .entity(Map.of("id", id, "share", 1.10))
                .build();
    }

    <T> T as(Caller who, Supplier<T> work) {
        var result = new AtomicReference<T>();
        caller.runAs(who, () -> result.set(work.get()));
        return result.get();
    }
}
