package dev.waymark.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.feed.Database.Told;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets which position, and when. */
class SequencerTest {

    private Database database;
    private Sequencer sequencer;

    @BeforeEach
    void empty() throws SQLException {
        database = Database.empty();
        sequencer = new Sequencer(database.relay());
    }

    @Test
    void whatIsNotSequencedIsNotSeen() throws Exception {
        database.committed("acme");

        assertThat(database.all("acme")).isEmpty();
        assertThat(sequencer.round()).containsExactly("acme");
        assertThat(database.all("acme")).extracting(Told::position).containsExactly(1L);
        assertThat(sequencer.round()).isEmpty();
    }

    @Test
    void eachWorkspaceCountsFromOneAndSeesItsOwnOnly() throws Exception {
        var first = database.committed("acme");
        var theirs = database.committed("globex");
        var second = database.committed("acme");
        assertThat(sequencer.round()).containsExactlyInAnyOrder("acme", "globex");
        var third = database.committed("acme");
        sequencer.round();

        assertThat(database.all("acme"))
                .containsExactly(new Told(1, first, 1), new Told(2, second, 1), new Told(3, third, 1));
        assertThat(database.all("globex")).containsExactly(new Told(1, theirs, 1));
    }

    @Test
    void whatCommitsLateComesLaterAndIsNotSkipped() throws Exception {
        var slow = UUID.randomUUID();
        try (var late = database.transactionOf("acme")) {
            Database.append(late, "acme", slow, 1);
            var fast = database.committed("acme");
            sequencer.round();
            assertThat(database.all("acme")).containsExactly(new Told(1, fast, 1));

            late.commit();
            sequencer.round();
            assertThat(database.after("acme", 1, 10)).containsExactly(new Told(2, slow, 1));
        }
    }

    @Test
    void whatIsRolledBackLeavesNoGap() throws Exception {
        try (var transaction = database.transactionOf("acme")) {
            Database.append(transaction, "acme", UUID.randomUUID(), 1);
            transaction.rollback();
        }
        var kept = database.committed("acme");
        sequencer.round();

        assertThat(database.all("acme")).containsExactly(new Told(1, kept, 1));
    }

    @Test
    void aLongQueueIsWorkedOffInRoundsInOrder() throws Exception {
        var ids = new ArrayList<UUID>();
        try (var transaction = database.transactionOf("acme")) {
            for (int i = 0; i < 1001; i++) {
                ids.add(UUID.randomUUID());
                Database.append(transaction, "acme", ids.getLast(), 1);
            }
            transaction.commit();
        }
        sequencer.round();
        assertThat(database.all("acme")).hasSize(1000);
        sequencer.round();

        assertThat(database.all("acme")).extracting(Told::id).containsExactlyElementsOf(ids);
        assertThat(database.all("acme").getLast().position()).isEqualTo(1001);
    }

    @Test
    void onlyOneSequencerWorksAtATime() throws Exception {
        database.committed("acme");
        try (var other = database.relay().getConnection()) {
            other.setAutoCommit(false);
            execute(other, "select pg_advisory_xact_lock(hashtext('waymark.feed'))");

            assertThat(sequencer.round()).isEmpty();
            other.rollback();
            assertThat(sequencer.round()).containsExactly("acme");
        }
    }

    @Test
    void doesNotWaitForTheRelayThatBlanksADeletedAggregate() throws Exception {
        database.committed("acme");
        var blanked = database.committed("acme");
        try (var relay = database.relay().getConnection()) {
            relay.setAutoCommit(false);
            execute(relay, "update revision set data = null where aggregate_id = '" + blanked + "'");

            assertThat(sequencer.round()).isEmpty();
            relay.commit();
            assertThat(sequencer.round()).containsExactly("acme");
        }
        assertThat(database.all("acme")).extracting(Told::position).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update revision set feed_position = 1", "select 1 from feed_head", "delete from feed_head"})
    void theServiceItselfGivesNoPositions(String sql) throws Exception {
        try (var transaction = database.transactionOf("acme")) {
            assertThatThrownBy(() -> execute(transaction, sql)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void readingStartsAtThePositionByTheIndexEvenUnderRowLevelSecurity() throws Exception {
        database.committed("acme");
        sequencer.round();
        try (var transaction = database.transactionOf("acme")) {
            execute(transaction, "set local enable_seqscan = off");
            try (var explain = transaction.prepareStatement("explain " + Feed.SELECT)) {
                explain.setLong(1, 7);
                explain.setInt(2, 25);
                var plan = new StringBuilder();
                try (var rows = explain.executeQuery()) {
                    while (rows.next()) {
                        plan.append(rows.getString(1)).append('\n');
                    }
                }
                assertThat(plan.toString())
                        .contains("Index Scan using revision_feed")
                        .contains("feed_position >")
                        .doesNotContain("Sort");
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
