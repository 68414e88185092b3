package dev.waymark.retries;

import dev.waymark.http.Problem;
import dev.waymark.workspace.CurrentCaller;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The table of keys and first answers. All methods belong into the transaction of the effect. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class KeptAnswers {

    static final Duration KEPT = Duration.ofHours(24);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String WAIT_BRIEFLY = """
            with before as materialized (select current_setting('lock_timeout') as timeout)
            select timeout, set_config('lock_timeout', '2s', true) from before
            """;

    private static final String CLAIM = """
            insert into idempotency_key as kept (workspace, actor, method, path, key, body_hash, created_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (workspace, actor, method, path, key) do update
            set body_hash = excluded.body_hash, status = null, headers = null, body = null, created_at = excluded.created_at
            where kept.created_at <= ?
            """;

    private static final String THIS = "workspace = ? and actor = ? and method = ? and path = ? and key = ?";

    /** Skips what others hold: this runs with the effect's locks in hand and must not wait for anybody. */
    private static final String FORGET = """
            delete from idempotency_key where ctid = any (array(
              select ctid from idempotency_key where workspace = ? and created_at <= ?
              order by created_at limit 100 for update skip locked))
            """;

    private final AgroalDataSource database;
    private final CurrentCaller caller;
    private final InstantSource clock;

    KeptAnswers(AgroalDataSource database, CurrentCaller caller, InstantSource clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Takes the key until the transaction ends. A twin that has it is waited for, up to two seconds.
     *
     * @return whether it is new; if not, {@link #find} has the first answer
     * @throws Problem 409 if a twin is still running
     */
    boolean claim(RetryKey key, String bodyHash) {
        try (var connection = database.getConnection()) {
            var timeout = waitBriefly(connection);
            var now = clock.instant();
            boolean claimed;
            try (var insert = connection.prepareStatement(CLAIM)) {
                var next = bind(insert, 1, key);
                insert.setString(next, bodyHash);
                insert.setTimestamp(next + 1, Timestamp.from(now));
                insert.setTimestamp(next + 2, Timestamp.from(expired(now)));
                claimed = insert.executeUpdate() == 1;
            }
            waitAs(connection, timeout);
            return claimed;
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw Problem.conflict(
                        "The first request with this " + RetryKey.HEADER + " is still running. Try again.");
            }
            throw new IllegalStateException("could not take an idempotency key", e);
        }
    }

    /**
     * The answer that was kept under a key that could not be claimed; trying to claim it has locked it.
     *
     * @throws Problem 422 if it was given to a request that asked for something else
     */
    KeptAnswer find(RetryKey key, String bodyHash) {
        var sql = "select body_hash, status, headers, body from idempotency_key where " + THIS;
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            bind(select, 1, key);
            try (var rows = select.executeQuery()) {
                rows.next();
                requireSame(bodyHash, rows.getString(1));
                return new KeptAnswer(rows.getInt(2), rows.getString(3), rows.getString(4));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not read a kept answer", e);
        }
    }

    /**
     * Whether there is an answer that a repeat would be given, without taking the key.
     *
     * @throws Problem 422 if it was given to a request that asked for something else
     */
    boolean isKept(RetryKey key, String bodyHash) {
        var sql = "select body_hash from idempotency_key where created_at > ? and " + THIS;
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setTimestamp(1, Timestamp.from(expired(clock.instant())));
            bind(select, 2, key);
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    return false;
                }
                requireSame(bodyHash, rows.getString(1));
                return true;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not look for a kept answer", e);
        }
    }

    /** Keeps the answer under the key that was claimed, and forgets some that are too old. */
    void keep(RetryKey key, KeptAnswer answer) {
        var sql = "update idempotency_key set status = ?, headers = ?::jsonb, body = ? where " + THIS;
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql);
                var forget = connection.prepareStatement(FORGET)) {
            update.setInt(1, answer.status());
            update.setString(2, answer.headers());
            update.setString(3, answer.body());
            bind(update, 4, key);
            update.executeUpdate();
            forget.setString(1, caller.get().workspace());
            forget.setTimestamp(2, Timestamp.from(expired(clock.instant())));
            forget.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("could not keep an answer", e);
        }
    }

    private static void requireSame(String bodyHash, String kept) {
        if (!kept.equals(bodyHash)) {
            throw Problem.keyReused("This " + RetryKey.HEADER + " was used for a request with another body.");
        }
    }

    private static Instant expired(Instant now) {
        return now.minus(KEPT);
    }

    private static String waitBriefly(Connection connection) throws SQLException {
        try (var set = connection.createStatement();
                var before = set.executeQuery(WAIT_BRIEFLY)) {
            before.next();
            return before.getString(1);
        }
    }

    private static void waitAs(Connection connection, String timeout) throws SQLException {
        try (var set = connection.prepareStatement("select set_config('lock_timeout', ?, true)")) {
            set.setString(1, timeout);
            set.execute();
        }
    }

    private int bind(PreparedStatement statement, int first, RetryKey key) throws SQLException {
        var who = caller.get();
        statement.setString(first, who.workspace());
        statement.setString(first + 1, who.actor());
        statement.setString(first + 2, key.method());
        statement.setString(first + 3, key.path());
        statement.setString(first + 4, key.value());
        return first + 5;
    }
}
