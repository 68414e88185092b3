package dev.waymark.limits;

import io.vertx.core.Context;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Threads that work on requests let the event loops go first: what waits for an event loop is neither accepted nor refused yet,
 * and under overload a dozen busy threads would keep the two or four event loops from their turn. Java hands priorities on to the
 * operating system with {@code -XX:ThreadPriorityPolicy=1} only; to lower one takes no privilege.
 */
class EventLoopsFirst {

    @ServerRequestFilter
    void stepBack() {
        if (!Context.isOnEventLoopThread()) {
            Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        }
    }
}
