package dev.waymark.devstack.launch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * All that was started, ended in the reverse order, services first. Starting and ending exclude each other, so that a
 * Ctrl-C while something starts leaves nothing behind.
 */
final class RunningStack implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RunningStack.class.getName());

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final List<ServiceProcess> services = new ArrayList<>();
    private boolean closed;

    synchronized <T extends AutoCloseable> T startPart(Callable<T> start) throws Exception {
        demandOpen();
        var part = start.call();
        parts.push(part);
        return part;
    }

    synchronized void startService(Callable<ServiceProcess> start) throws Exception {
        demandOpen();
        services.add(start.call());
    }

    private void demandOpen() {
        if (closed) {
            throw new Refusal("Stopped while starting.");
        }
    }

    synchronized List<ServiceProcess> services() {
        return List.copyOf(services);
    }

    /** The first service to end by itself. */
    ServiceProcess awaitFirstEnd() {
        var ends = services().stream().map(ServiceProcess::onExit).toArray(CompletableFuture[]::new);
        return (ServiceProcess) CompletableFuture.anyOf(ends).join();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        services.forEach(ServiceProcess::askToStop);
        for (var service : services) {
            attempt(service.plan().name(), service::awaitStop);
        }
        while (!parts.isEmpty()) {
            var part = parts.pop();
            attempt(part.getClass().getSimpleName(), part);
        }
    }

    // One part that cannot be stopped must not keep the others running.
    private static void attempt(String name, AutoCloseable stop) {
        try {
            stop.close();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "could not stop " + name, e);
        }
    }
}
