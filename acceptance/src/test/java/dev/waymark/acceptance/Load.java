package dev.waymark.acceptance;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requests in numbers, and how they were answered. */
final class Load {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Supplier<HttpRequest> requests;
    private final long begin = System.nanoTime();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    private Load(Supplier<HttpRequest> requests) {
        this.requests = requests;
    }

    /** So many clients who each wait for an answer before they ask again: as much as the server can take, if there are enough. */
    static Result closed(Supplier<HttpRequest> requests, int clients, Duration time) {
        var load = new Load(requests);
        var until = System.nanoTime() + time.toNanos();
        return load.result(
                Stream.generate(() -> load.again(until)).limit(clients).toList(), time);
    }

    /** So many requests a second, whether or not anything is answered; they come when they come. */
    static Result open(Supplier<HttpRequest> requests, double perSecond, Duration time) {
        var load = new Load(requests);
        var all = new ArrayList<CompletableFuture<?>>();
        var next = load.begin;
        while (next - load.begin < time.toNanos()) {
            LockSupport.parkNanos(next - System.nanoTime());
            all.add(load.ask());
            next += (long) (-Math.log(1 - ThreadLocalRandom.current().nextDouble()) * 1e9 / perSecond);
        }
        return load.result(all, Duration.ofNanos(System.nanoTime() - load.begin));
    }

    private CompletableFuture<?> again(long until) {
        return ask().thenCompose(
                        answered -> System.nanoTime() < until ? again(until) : CompletableFuture.completedFuture(null));
    }

    private CompletableFuture<?> ask() {
        var asked = System.nanoTime();
        return client.sendAsync(requests.get(), BodyHandlers.ofByteArray())
                .handle((response, failure) ->
                        answers.add(Answer.of(response, asked - begin, System.nanoTime() - asked)));
    }

    private Result result(List<? extends CompletableFuture<?>> all, Duration time) {
        all.forEach(CompletableFuture::join);
        client.close();
        return new Result(List.copyOf(answers), time);
    }

    /**
     * One answer.
     *
     * @param status 0 if there was none
     * @param retryAfter empty if it does not say
     * @param asked when, in nanoseconds since it all began
     * @param nanos how long it took
     */
    record Answer(int status, String retryAfter, long asked, long nanos) {

        static Answer of(HttpResponse<?> response, long asked, long nanos) {
            return response == null
                    ? new Answer(0, "", asked, nanos)
                    : new Answer(
                            response.statusCode(),
                            response.headers().firstValue("Retry-After").orElse(""),
                            asked,
                            nanos);
        }

        boolean isAccepted() {
            return status / 100 == 2;
        }
    }

    /** All answers, and how long requests were sent. */
    record Result(List<Answer> answers, Duration time) {

        /** What was asked later than that. */
        Result after(Duration start) {
            var later = answers.stream()
                    .filter(answer -> answer.asked() > start.toNanos())
                    .toList();
            return new Result(later, time.minus(start));
        }

        List<Answer> accepted() {
            return answers.stream().filter(Answer::isAccepted).toList();
        }

        List<Answer> refused() {
            return answers.stream().filter(answer -> !answer.isAccepted()).toList();
        }

        double perSecond() {
            return answers.size() * 1e9 / time.toNanos();
        }

        double acceptedPerSecond() {
            return accepted().size() * 1e9 / time.toNanos();
        }

        /** Of the time that accepted requests took, in milliseconds: the half were faster for 0.5. */
        double millis(double share) {
            var times = accepted().stream().mapToLong(Answer::nanos).sorted().toArray();
            return times.length == 0 ? Double.NaN : times[(int) (share * (times.length - 1))] / 1e6;
        }

        @Override
        public String toString() {
            Map<Integer, Long> statuses = answers.stream()
                    .collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()));
            return "%.0f/s accepted of %.0f/s, median %.1f ms, 95 %% in %.1f ms, %s"
                    .formatted(acceptedPerSecond(), perSecond(), millis(0.5), millis(0.95), statuses);
        }
    }
}
