package dev.waymark.devstack.launch;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits until every service says that it is ready, and gives up at once when one ends instead. */
record Readiness(List<ServiceProcess> services, Progress progress) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(150);

    void await() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var waiting = new ArrayList<>(services);
        try (var http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (!waiting.isEmpty()) {
                for (var service : List.copyOf(waiting)) {
                    if (isReady(service, http)) {
                        waiting.remove(service);
                        progress.ready(service.plan().name());
                    }
                }
                progress.waiting(
                        waiting.stream().map(service -> service.plan().name()).toList());
                refuseAfter(deadline, waiting);
                Thread.sleep(PAUSE);
            }
        }
    }

    private static boolean isReady(ServiceProcess service, HttpClient http) throws IOException, InterruptedException {
        if (!service.isAlive()) {
            throw new Refusal(service.obituary());
        }
        var request = HttpRequest.newBuilder(service.plan().readiness())
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void refuseAfter(long deadline, List<ServiceProcess> waiting) throws IOException {
        if (!waiting.isEmpty() && System.nanoTime() > deadline) {
            var slowest = waiting.getFirst();
            throw new Refusal("%s is not ready after %d s. The last lines of its log:%n%n%s"
                    .formatted(slowest.plan().name(), PATIENCE.toSeconds(), slowest.lastLines()));
        }
    }
}
