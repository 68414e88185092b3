package dev.waymark.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;

/** What each workspace may still ask of this instance. Forgetting one gives it a full quota, never less. */
@ApplicationScoped
class Quotas {

    private final LimitsConfig limits;
    private final Cache<String, Bucket> buckets;

    Quotas(LimitsConfig limits) {
        this.limits = limits;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(limits.workspaces())
                .expireAfterAccess(limits.window())
                .build();
    }

    Quota take(String workspace) {
        var probe = buckets.get(workspace, name -> bucket()).tryConsumeAndReturnRemaining(1);
        return new Quota(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Quota.seconds(probe.getNanosToWaitForReset()),
                Quota.seconds(probe.getNanosToWaitForRefill()));
    }

    /** The policy as a structured field, {@code "workspace";q=6000;w=60}. */
    String policy() {
        return "\"workspace\";q=" + limits.requests() + ";w=" + limits.window().toSeconds();
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(limits.requests()).refillGreedy(limits.requests(), limits.window()))
                .build();
    }
}
