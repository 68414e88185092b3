package dev.waymark.workspace;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Puts workspace and actor on every log line of a request. */
class CallerInLogs {

    private final CurrentCaller caller;

    CallerInLogs(CurrentCaller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter
    void begin(ContainerRequestContext request) {
        caller.find().ifPresent(c -> {
            MDC.put("workspace", c.workspace());
            MDC.put("actor", c.actor());
        });
    }

    @ServerResponseFilter
    void end() {
        MDC.remove("workspace");
        MDC.remove("actor");
    }
}
