package dev.waymark.workspace;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The one place that knows for whom the present work is done: a request's token, or {@link #runAs}. */
@ApplicationScoped
public class CurrentCaller {

    private static final ScopedValue<Caller> RUNNING_AS = ScopedValue.newInstance();

    private final CurrentIdentityAssociation identities;

    CurrentCaller(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    /** @throws IllegalStateException if nobody is asking: there is no default workspace to fall back to */
    public Caller get() {
        return find().orElseThrow(() -> new IllegalStateException("no workspace: nobody is asking"));
    }

    /**
     * When the token that the request was made with, or that its ticket was got with, expires.
     *
     * @throws IllegalStateException outside a request of somebody with a clear grant
     */
    public Instant until() {
        return Optional.<Instant>ofNullable(identities.getIdentity().getAttribute(CallerFromToken.UNTIL))
                .orElseThrow(() -> new IllegalStateException("nobody is asking"));
    }

    /** Does something outside a request, for the workspace of an event say. */
    public void runAs(Caller caller, Runnable work) {
        ScopedValue.where(RUNNING_AS, caller).run(() -> {
            var request = Arc.container().requestContext();
            if (request.isActive()) {
                work.run();
                return;
            }
            request.activate();
            try {
                work.run();
            } finally {
                request.terminate();
            }
        });
    }

    /** Empty if nobody is asking, or somebody without a clear grant. */
    public Optional<Caller> find() {
        if (RUNNING_AS.isBound()) {
            return Optional.of(RUNNING_AS.get());
        }
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return Optional.ofNullable(identities.getIdentity().getAttribute(CallerFromToken.CALLER));
    }
}
