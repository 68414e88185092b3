package dev.waymark.persona.inbound;

import static dev.waymark.persona.inbound.Events.journey;
import static dev.waymark.persona.inbound.Events.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.inbound.Inbound;
import dev.waymark.inbound.Known;
import dev.waymark.inbound.Neighbours;
import dev.waymark.persona.neighbour.KnownJourney;
import dev.waymark.testing.TestWorkspace;
import dev.waymark.workspace.Caller;
import dev.waymark.workspace.CurrentCaller;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The projection ends in the same state whatever order, however often, its events come. */
@QuarkusTest
class NeighboursTest {

    @Inject
    Inbound inbound;

    @Inject
    Neighbours neighbours;

    @Inject
    CurrentCaller caller;

    @Inject
    AgroalDataSource database;

    private final String workspace = TestWorkspace.fresh().name();
    private final UUID id = UUID.randomUUID();
    private final UUID persona = UUID.randomUUID();

    @RepeatedTest(5)
    void anyOrderWithDuplicatesEndsInTheNewestState() {
        var events = new java.util.ArrayList<>(IntStream.rangeClosed(1, 8)
                .boxed()
                .flatMap(v -> java.util.stream.Stream.of(updated(v), updated(v)))
                .toList());
        Collections.shuffle(events, new Random(id.getLeastSignificantBits()));
        events.forEach(this::take);

        assertThat(known()).contains(new Known<>(id, 8, new KnownJourney(persona, "v8", "DRAFT")));
        events.forEach(this::take);
        assertThat(known()).contains(new Known<>(id, 8, new KnownJourney(persona, "v8", "DRAFT")));
    }

    @Test
    void onlyNewsIsReported() {
        assertThat(take(updated(2))).contains(persona);
        assertThat(take(updated(2))).isEmpty();
        assertThat(take(updated(1))).isEmpty();
        assertThat(take(updated(3))).contains(persona);
    }

    @Test
    void replayFromTheStartBuildsTheSameStateFieldByField() {
        var events = List.of(updated(1), updated(2), updated(3));
        events.forEach(this::take);
        var before = known();

        events.forEach(this::take);
        assertThat(known()).isEqualTo(before);

        sql("update neighbour set version = 0, data = null, persona_id = null");
        events.forEach(this::take);
        assertThat(known()).isEqualTo(before);
        assertThat(about()).extracting(Known::id).containsExactly(id);
    }

    @Test
    void lateEventDoesNotReviveWhatIsDeleted() {
        take(updated(1));
        assertThat(take(deleted(3))).contains(persona);
        assertThat(take(updated(2))).isEmpty();

        assertThat(known()).hasValueSatisfying(k -> assertThat(k.deleted()).isTrue());
        assertThat(about()).isEmpty();
    }

    @Test
    void deletionHeardFirstStands() {
        take(deleted(2));
        take(updated(1));
        assertThat(known()).hasValueSatisfying(k -> assertThat(k.deleted()).isTrue());
    }

    @Test
    void unknownTypesAreIgnored() {
        take(journey(workspace, id, 1, "cloned.v1", "{\"name\": 7}"));
        take(journey(workspace, id, 1, "updated.v2", "{\"name\": 7}"));
        assertThat(known()).isEmpty();
    }

    @Test
    void sameIdInAnotherWorkspaceIsSomethingElse() {
        var elsewhere = TestWorkspace.fresh().name();
        take(updated(1));
        take(journey(elsewhere, id, 5, "deleted.v1", "{}"));

        assertThat(known()).hasValueSatisfying(k -> assertThat(k.version()).isEqualTo(1));
        take(journey(elsewhere, id, 6, "created.v1", named(persona, "theirs")));
        assertThat(known()).contains(new Known<>(id, 1, new KnownJourney(persona, "v1", "DRAFT")));
    }

    @Test
    void fieldsThatANewerReleaseStoredAreNoObstacle() {
        take(updated(1));
        sql("update neighbour set data = data || '{\"colour\": \"red\"}'");
        assertThat(known()).contains(new Known<>(id, 1, new KnownJourney(persona, "v1", "DRAFT")));
    }

    private Optional<UUID> take(ConsumerRecord<String, byte[]> event) {
        var news = new AtomicReference<Optional<UUID>>();
        inbound.take(event, notice -> news.set(neighbours.keep(notice, KnownJourney.class)));
        return news.get();
    }

    private ConsumerRecord<String, byte[]> updated(int version) {
        return journey(workspace, id, version, "updated.v1", named(persona, "v" + version));
    }

    private ConsumerRecord<String, byte[]> deleted(int version) {
        return journey(workspace, id, version, "deleted.v1", "{\"id\": \"" + id + "\"}");
    }

    private Optional<Known<KnownJourney>> known() {
        var found = new AtomicReference<Optional<Known<KnownJourney>>>();
        inTransaction(() -> found.set(neighbours.find(KnownJourney.class, id)));
        return found.get();
    }

    private List<Known<KnownJourney>> about() {
        var found = new AtomicReference<List<Known<KnownJourney>>>();
        inTransaction(() -> found.set(neighbours.about(persona, KnownJourney.class)));
        return found.get();
    }

    private void sql(String statement) {
        inTransaction(() -> {
            try (var connection = database.getConnection();
                    var update = connection.createStatement()) {
                update.execute(statement);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void inTransaction(Runnable work) {
        caller.runAs(Caller.service(workspace, "test"), () -> QuarkusTransaction.requiringNew()
                .run(work));
    }
}
