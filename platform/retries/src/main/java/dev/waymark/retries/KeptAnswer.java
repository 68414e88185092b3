package dev.waymark.retries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * An answer as it is stored and sent: status, headers, and the entity as JSON text.
 *
 * @param headers name to values, as a JSON object
 * @param body null if the answer has none
 */
record KeptAnswer(int status, String headers, String body) {

    private static final TypeReference<Map<String, List<String>>> HEADERS = new TypeReference<>() {};

    static KeptAnswer of(RestResponse<?> answer, ObjectMapper json) {
        Object entity = answer.getEntity();
        try {
            return new KeptAnswer(
                    answer.getStatus(),
                    json.writeValueAsString(answer.getStringHeaders()),
                    entity == null ? null : json.writeValueAsString(entity));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that is not JSON", e);
        }
    }

    /** The answer with its entity as raw JSON, which Jackson writes as it is under whatever type a resource declares. */
    RestResponse<Object> response(ObjectMapper json) {
        var response = RestResponse.ResponseBuilder.<Object>create(status, null);
        try {
            json.readValue(headers, HEADERS).forEach((name, values) -> values.forEach(v -> response.header(name, v)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept headers cannot be read", e);
        }
        return body == null
                ? response.build()
                : response.entity(new RawValue(body)).build();
    }
}
