package dev.waymark.persona.limits;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service that takes on little, and lets one other origin in. */
public final class TightLimits implements QuarkusTestProfile {

    static final String ORIGIN = "https://studio.example";
    static final int REQUESTS = 5;
    static final int CONCURRENT = 3;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "waymark.limits.requests",
                String.valueOf(REQUESTS),
                "waymark.limits.window",
                "1H",
                "waymark.limits.concurrent",
                String.valueOf(CONCURRENT),
                "waymark.limits.overloaded",
                "2",
                "quarkus.http.cors.origins",
                ORIGIN);
    }
}
