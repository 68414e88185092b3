package dev.waymark.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.gapmap.gapmap.RatedMaps;
import dev.waymark.gapmap.ratings.Item;
import dev.waymark.gapmap.ratings.Ratings;
import dev.waymark.workspace.Caller;
import dev.waymark.workspace.CurrentCaller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ConcurrentImportsTest {

    private static final String MAPPING = "{\"provider\": \"who\", \"needs\": {\"speed\": \"key:need-0\"}}";

    private final RatedMaps maps;
    private final Ratings ratings;
    private final CurrentCaller caller;

    private GapMapFixture fixture;

    @Inject
    ConcurrentImportsTest(RatedMaps maps, Ratings ratings, CurrentCaller caller) {
        this.maps = maps;
        this.ratings = ratings;
        this.caller = caller;
    }

    @BeforeEach
    void makeAMap() {
        fixture = GapMapFixture.make();
    }

    @Test
    void ofTwoIdenticalUploadsOneCounts() {
        var csv = file(2_000);

        var statuses = together(List.of(() -> upload(csv), () -> upload(csv)));

        assertThat(statuses).containsExactlyInAnyOrder(200, 201);
        fixture.read().body("responses", equalTo(2_000)).body("version", equalTo(2));
        fixture.assertFigure(0, "own.n", 2_000);
    }

    @Test
    void differentUploadsAllCount() {
        var statuses = together(List.of(() -> upload(file(100)), () -> upload(file(101)), () -> upload(file(102))));

        assertThat(statuses).containsOnly(201);
        fixture.read().body("responses", equalTo(303)).body("version", equalTo(4));
        fixture.assertFigure(0, "own.n", 303);
    }

    @Test
    void anImportIsTakenBackOnce() {
        String id =
                fixture.upload(MAPPING, file(2_000)).statusCode(201).extract().path("id");

        var statuses = together(List.of(() -> takeBack(id), () -> takeBack(id), () -> takeBack(id)));

        assertThat(statuses).containsExactlyInAnyOrder(204, 404, 404);
        fixture.read().body("responses", equalTo(0)).body("version", equalTo(3));
    }

    @Test
    void editsDuringAnImportAreNotLost() {
        var csv = file(20_000);

        var statuses = together(List.of(() -> upload(csv), this::rename, this::rename));

        assertThat(statuses).containsExactly(201, 200, 200);
        fixture.read()
                .body("name", equalTo("Gates"))
                .body("responses", equalTo(20_000))
                .body("gaps[0].responses", equalTo(20_000))
                .body("version", equalTo(3));
    }

    @Test
    void newsOfAPersonaDuringAnImportAreNotLost() {
        var csv = file(20_000);

        var statuses = together(List.of(() -> upload(csv), () -> {
            fixture.persona().with(UUID.randomUUID()).tell(2, "updated", "Flyer");
            return 0;
        }));

        assertThat(statuses).containsExactly(201, 0);
        fixture.awaitAt("context.persona.name", "Flyer");
        await().atMost(GapMapFixture.SOON).untilAsserted(() -> fixture.read().body("context.needs.size()", equalTo(3)));
        fixture.read().body("context.needs[0].rated", equalTo(true)).body("version", equalTo(2));
    }

    @Test
    void nobodyWaitsForALongImportButItsLikes() {
        var id = UUID.fromString(fixture.map());
        caller.runAs(Caller.service(fixture.workspace().name(), "test"), () -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    var rated = maps.begin(id).orElseThrow();
                    writeSomething(id);

                    assertThat(rename()).isEqualTo(200);
                    fixture.persona().tell(2, "updated", "Flyer");
                    fixture.awaitAt("context.persona.name", "Flyer");
                    fixture.workspace()
                            .admin()
                            .header("If-Match", "*")
                            .delete(fixture.path())
                            .then()
                            .statusCode(409)
                            .body("detail", containsString("being imported"));

                    maps.end(rated, 3);
                }));

        fixture.read()
                .body("name", equalTo("Gates"))
                .body("responses", equalTo(3))
                .body("version", equalTo(3));
    }

    /** What an import has brought of somebody and not yet committed must not come to light after an erasure. */
    @Test
    void anErasureWaitsForImportsIntoOtherMaps() {
        var id = UUID.fromString(fixture.map());
        caller.runAs(Caller.service(fixture.workspace().name(), "test"), () -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    assertThat(maps.begin(id)).isPresent();

                    erase(503);
                }));

        erase(200);
    }

    private int takeBack(String id) {
        return fixture.workspace()
                .editor()
                .header("If-Match", "*")
                .delete(fixture.path() + "/imports/" + id)
                .statusCode();
    }

    private void erase(int status) {
        fixture.erase(fixture.workspace().admin(), "r1").statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"'\"max\": 5', '\"max\": 7'", "'\"max\": 1', '\"max\": 2'"}) // of the scale, of the outcome
    void ratingsOnAScaleThatIsGoneAreRefused(String before, String after) {
        var id = UUID.fromString(fixture.map());
        assertThatThrownBy(() -> caller.runAs(
                        Caller.service(fixture.workspace().name(), "test"),
                        () -> QuarkusTransaction.requiringNew().run(() -> {
                            var rated = maps.begin(id).orElseThrow();
                            fixture.put(fixture.draft().replace(before, after)).statusCode(200);
                            maps.end(rated, 3);
                        })))
                .hasMessageContaining("changed while ratings were imported");
        fixture.read().body("responses", equalTo(0)).body("version", equalTo(2));
    }

    private void writeSomething(UUID id) {
        try (var connection = ratings.connection()) {
            var slots = ratings.slots(connection, id);
            fixture.persona().needIds().forEach(need -> slots.indexOf(Item.rating(need)));
            ratings.keep(connection, id, slots);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int upload(String csv) {
        return fixture.upload(MAPPING, csv).extract().statusCode();
    }

    private int rename() {
        return fixture.put(fixture.draft().replace("Lounges", "Gates"))
                .extract()
                .statusCode();
    }

    private static String file(int rows) {
        var csv = new StringBuilder("who,speed\n");
        IntStream.range(0, rows)
                .forEach(i -> csv.append("own,").append(1 + i % 5).append('\n'));
        return csv.toString();
    }

    private static List<Integer> together(List<Callable<Integer>> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Integer>();
            for (var done : threads.invokeAll(calls)) {
                results.add(done.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
