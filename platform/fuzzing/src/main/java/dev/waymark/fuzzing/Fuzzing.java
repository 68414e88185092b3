package dev.waymark.fuzzing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.conformance.OpenApiDocument;
import dev.waymark.fuzzing.Request.Kind;
import dev.waymark.refusals.Operation;
import dev.waymark.refusals.RawExchange;
import dev.waymark.refusals.WorkspaceSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Asks a service for what its OpenAPI document speaks of, in thousands of ways. No answer may be a 5xx or other than the
 * document says; a refusal is a problem and leaves the database as it was; what the document refuses is refused.
 *
 * <p>{@code -Dfuzz.seed} and {@code -Dfuzz.cases} choose others, and more, than the build does.
 */
public final class Fuzzing {

    private static final long SEED = Long.getLong("fuzz.seed", 20261128);
    private static final int CASES = Integer.getInteger("fuzz.cases", 3_000);
    private static final int CASES_IN_A_WORKSPACE = 100;
    private static final int WORKSPACES_AT_ONCE = 4;
    private static final int MOST_FAULTS = 20;

    /** Of what few others wait for, on a machine that has much else to do. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<WorkspaceSample> samples;
    private final Schemas schemas;
    private final OpenApiDocument judge;
    private final List<Operation> operations = Operation.all();
    /** Operations that nothing has come of so far, with the last answer. */
    private final Map<Operation, String> unheard = new ConcurrentHashMap<>();

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();

    /** @param samples each a workspace of its own, since requests change it */
    public Fuzzing(Supplier<WorkspaceSample> samples) throws IOException {
        this.samples = samples;
        var document =
                JSON.readTree(given().accept("application/json").get("/openapi").asString());
        this.schemas = new Schemas(document);
        this.judge = OpenApiDocument.of(document.toString());
    }

    /** Fails with the requests that were not answered as they should have been. */
    public void findsNothing() throws Exception {
        var workspaces = new AtomicInteger();
        operations.forEach(operation -> unheard.put(operation, "never asked"));
        try (var threads = Executors.newFixedThreadPool(WORKSPACES_AT_ONCE)) {
            var all = Stream.generate(() -> threads.submit(() -> {
                        while (asked.get() < CASES && faults.size() < MOST_FAULTS) {
                            ask(samples.get(), SEED + workspaces.getAndIncrement());
                        }
                        return null;
                    }))
                    .limit(WORKSPACES_AT_ONCE)
                    .toList();
            for (var one : all) {
                one.get();
            }
        }
        assertThat(faults).as("of %s requests", asked).isEmpty();
        assertThat(unheard).as("operations that nothing came of").isEmpty();
    }

    /** Until most of what was there is gone, or enough is asked. */
    private void ask(WorkspaceSample sample, long seed) throws SQLException {
        var random = new SplittableRandom(seed);
        var token = sample.workspace().token("admin");
        var paths = new HashMap<Operation, String>();
        operations.forEach(operation -> paths.put(operation, sample.fill(operation.path())));
        var requests = new Requests(schemas, judge, seed, random.split());
        try (var state = new StoredState(sample.workspace())) {
            for (var i = 0; i < CASES_IN_A_WORKSPACE; i++) {
                var operation = operation(random);
                var kind = Kind.values()[random.nextInt(Kind.values().length)];
                var request = requests.next(operation, paths.get(operation), kind);
                asked.incrementAndGet();
                try {
                    if (ask(request, token, state).status() < 300 && isRemoval(operation)) {
                        return;
                    }
                } catch (UncheckedIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
                    faults.add("no answer, or none that is HTTP: " + e + "\n" + request);
                }
            }
        }
    }

    private RawExchange ask(Request request, String token, StoredState state) throws SQLException {
        var before = state.last();
        var begun = System.nanoTime();
        var answer = request.send(token);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        if (took.compareTo(LONGEST) > 0) {
            fault(request, answer, "took " + took);
        }
        judge(request, answer);
        if (request.writes() && !state.now().equals(before) && answer.status() >= 400) {
            fault(request, answer, "refused, and changed what is stored: " + before + state.last());
        }
        return answer;
    }

    /** Any, but what leaves nothing to ask about not so often. */
    private Operation operation(SplittableRandom random) {
        var any = operations.get(random.nextInt(operations.size()));
        return isRemoval(any) && random.nextInt(5) > 0 ? operation(random) : any;
    }

    private static boolean isRemoval(Operation operation) {
        return operation.method().equals("DELETE") && operation.path().endsWith("/{id}");
    }

    private void judge(Request request, RawExchange answer) {
        if (answer.headers().containsKey("X-Injected")) {
            fault(request, answer, "a header was injected");
        }
        if (answer.status() >= 500) {
            fault(request, answer, "no server is at fault for what it is asked");
        } else if (!request.isHttp()) {
            judgeNoRequest(request, answer);
            return;
        } else if (answer.status() >= 400) {
            answer.problemFaults().forEach(what -> fault(request, answer, what));
            unheard.computeIfPresent(request.operation(), (operation, last) -> answer.body());
        } else {
            unheard.remove(request.operation());
            if (!request.refusal().isEmpty() && !(isBatch(request) && refusedOne(answer))) {
                fault(request, answer, "accepted, though the document refuses: " + request.refusal());
            }
        }
        judge.faults(asked(request, answer)).forEach(what -> fault(request, answer, what));
    }

    /** Where the server has read no request, nothing can be answered in the shape of all others. */
    private void judgeNoRequest(Request request, RawExchange answer) {
        if (answer.status() < 400 || !answer.body().isEmpty()) {
            answer.problemFaults().forEach(what -> fault(request, answer, what));
        }
    }

    private static boolean isBatch(Request request) {
        return request.operation().path().endsWith(":batch");
    }

    private static boolean refusedOne(RawExchange answer) {
        return answer.json().getList("items.status", Integer.class).stream().anyMatch(status -> status >= 400);
    }

    private static OpenApiDocument.Answer asked(Request request, RawExchange answer) {
        return new OpenApiDocument.Answer(
                request.operation().method(),
                request.path(),
                request.query(),
                answer.status(),
                answer.headers().get("Content-Type"),
                answer.headers().keySet(),
                answer::body);
    }

    private void fault(Request request, RawExchange answer, String what) {
        faults.add("%s%n%s%n-> %d %s%n%s%n".formatted(what, request, answer.status(), answer.headers(), answer.body()));
    }
}
