package dev.waymark.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.waymark.workspace.CurrentCaller;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The projection of the other services' aggregates: what they told last. Everything a neighbour tells is about one
 * persona, so that is how it is found. All methods belong into the transaction of the caller.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Neighbours {

    private static final String KEEP = """
            insert into neighbour (workspace, kind, id, version, persona_id, data, external_key)
            values (?, ?, ?, ?, ?, ?::jsonb, ?)
            on conflict (workspace, kind, id) do update
            set version = excluded.version, data = excluded.data, external_key = excluded.external_key,
                persona_id = coalesce(excluded.persona_id, neighbour.persona_id)
            where neighbour.version < excluded.version
            returning persona_id
            """;

    private final AgroalDataSource database;
    private final CurrentCaller caller;

    Neighbours(AgroalDataSource database, CurrentCaller caller) {
        this.database = database;
        this.caller = caller;
    }

    /**
     * Keeps what an event says, unless it is of no known type or not newer than what is known. The persona is locked until
     * the transaction ends: nobody can begin to refer to it unseen.
     *
     * @param type declares the fields this service reads
     * @return the persona it is about, if there is news about one
     */
    public <T extends Neighbour> Optional<UUID> keep(Notice notice, Class<T> type) {
        if (!notice.isOf(kind(type))) {
            return Optional.empty();
        }
        var data = notice.deletes() ? null : notice.data(type);
        var persona = data == null ? personaOf(kind(type), notice.aggregateId()) : Optional.of(data.personaId());
        persona.ifPresent(id -> lock("pg_advisory_xact_lock", id));
        return update(KEEP, statement -> {
            statement.setString(1, caller.get().workspace());
            statement.setString(2, kind(type));
            statement.setObject(3, notice.aggregateId());
            statement.setInt(4, notice.version());
            statement.setObject(5, persona.orElse(null));
            statement.setString(6, data == null ? null : Notice.TOLERANT.writeValueAsString(data));
            statement.setString(7, data == null ? null : data.externalKey());
        });
    }

    /** Holds off events about a persona until the transaction ends, for what begins to refer to it. */
    public void holdStill(UUID persona) {
        lock("pg_advisory_xact_lock_shared", persona);
    }

    /** What is known of one aggregate; a deleted one is {@link Known#deleted}. */
    public <T extends Neighbour> Optional<Known<T>> find(Class<T> type, UUID id) {
        return query("select id, version, data from neighbour where kind = ? and id = ?", type, id).stream()
                .findFirst();
    }

    /** The one with an external key; of several, as while a key moves from one to another, the newest. */
    public <T extends Neighbour> Optional<Known<T>> findByKey(Class<T> type, String externalKey) {
        return query(
                        "select id, version, data from neighbour where kind = ? and external_key = ? order by id desc limit 1",
                        type,
                        externalKey)
                .stream()
                .findFirst();
    }

    /** All that is about a persona and not deleted, oldest first. */
    public <T extends Neighbour> List<Known<T>> about(UUID persona, Class<T> type) {
        return query(
                "select id, version, data from neighbour where kind = ? and persona_id = ? and data is not null order by id",
                type,
                persona);
    }

    /** Whom a deleted aggregate was about; a persona is about itself, even if only its deletion was heard of. */
    private Optional<UUID> personaOf(String kind, UUID id) {
        if (kind.equals("persona")) {
            return Optional.of(id);
        }
        return update("select persona_id from neighbour where kind = ? and id = ?", statement -> {
            statement.setString(1, kind);
            statement.setObject(2, id);
        });
    }

    private void lock(String function, UUID persona) {
        update(
                "select null::uuid from (select " + function + "(hashtextextended(?, 0))) locked",
                statement -> statement.setString(1, persona.toString()));
    }

    private Optional<UUID> update(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("could not keep what a neighbour told", e);
        }
    }

    private <T extends Neighbour> List<Known<T>> query(String sql, Class<T> type, Object argument) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, kind(type));
            statement.setObject(2, argument);
            var found = new ArrayList<Known<T>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var data = rows.getString("data");
                    found.add(new Known<>(
                            rows.getObject("id", UUID.class),
                            rows.getInt("version"),
                            data == null ? null : Notice.TOLERANT.readValue(data, type)));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("could not read what neighbours told", e);
        }
    }

    private static String kind(Class<? extends Neighbour> type) {
        return type.getAnnotation(Neighbour.Kind.class).value();
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException, JsonProcessingException;
    }
}
