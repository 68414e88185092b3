package dev.waymark.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run of {@code ./waymark chaos} loses nothing; and it would notice, if it did. */
class ChaosTest {

    private static final long SEED = 20261128;

    private static final List<Damage> DAMAGES = List.of(
            new Damage("persona", "update persona set name = 'x' || name where id = ID", Findings::lost),
            new Damage("persona", "update persona set version = version - 1 where id = ID", Findings::lost),
            new Damage("persona", "update persona set version = version + 1 where id = ID", Findings::duplicated),
            new Damage("persona", "update persona set id = gen_random_uuid() where id = ID", Findings::duplicated),
            new Damage("persona", "update revision set version = version + 7 where aggregate_id = ID", Findings::lost),
            new Damage("persona", "delete from revision where aggregate_id = ID", Findings::lost),
            new Damage("persona", """
                    update revision set feed_position = -feed_position
                    where aggregate_id = (select aggregate_id from revision where version = 2 limit 1)""", Findings::reordered),
            new Damage("persona", """
                    insert into outbox (position, workspace, aggregate_id, parked_at)
                    select position, workspace, aggregate_id, now() from revision limit 1""", Findings::lost), // else it is soon sent
            new Damage("journey", "update neighbour set version = version + 1 where id = ID", Findings::diverged),
            new Damage("journey", """
                    update neighbour set data = data || '{"name": "x"}' where id = ID""", Findings::diverged),
            new Damage("gapmap", "delete from neighbour where id = ID", Findings::diverged),
            new Damage("gapmap", """
                    update gap_map set context = jsonb_set(context, '{persona,name}', '"x"')""", Findings::diverged),
            new Damage("gapmap", "delete from response where id = (select min(id) from response)", Findings::lost),
            new Damage("gapmap", "update frequency set count = count + 1 where value = 3", Findings::duplicated));

    @Test
    void nothingIsLostInAShortRun(@TempDir Path folder) throws Exception {
        var findings = new Chaos(SEED, System.out).run(folder, Duration.ofSeconds(75));

        assertThat(findings).isEqualTo(new Findings(List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void whatIsWrongIsFound(@TempDir Path folder) throws Exception {
        var ledger = new Ledger();
        var random = new SplittableRandom(SEED);
        try (var stack = new Stack(folder)) {
            stack.start();
            var topics = new Topics(stack.brokers());
            Thread.ofPlatform().daemon().start(topics);
            var writer = new Writer(new Api(stack, stack.token("chaos"), random.split()), ledger, random.split());
            writer.prepare();
            var work = Thread.ofPlatform().start(writer);
            await().atMost(Duration.ofMinutes(1)).until(() -> ledger.acknowledged() > 120);
            writer.end();
            work.join();
            assertThat(writer.failure()).isNull();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> new Checker(stack, ledger, topics).check().isEmpty());

            find(stack, ledger, topics);
            topics.end();
        }
    }

    /** Each damage adds to what is found. */
    private static void find(Stack stack, Ledger ledger, Topics topics) throws SQLException {
        var ids = new Stored(stack).rows("persona", "select id from persona order by created_at desc");
        var before = new Checker(stack, ledger, topics).check();
        for (var i = 0; i < DAMAGES.size(); i++) {
            var damage = DAMAGES.get(i);
            damage.doTo(stack, ids.get(i).getFirst());
            var after = new Checker(stack, ledger, topics).check();
            assertThat(damage.where().apply(after))
                    .as(damage.sql())
                    .hasSizeGreaterThan(damage.where().apply(before).size());
            before = after;
        }
    }

    private record Damage(String service, String sql, Function<Findings, List<String>> where) {

        void doTo(Stack stack, String id) throws SQLException {
            try (var connection = stack.database(service);
                    var statement = connection.createStatement()) {
                statement.execute("set session_replication_role = replica"); // without foreign keys
                assertThat(statement.executeUpdate(sql.replace("ID", "'" + id + "'")))
                        .as(sql)
                        .isPositive();
            }
        }
    }
}
