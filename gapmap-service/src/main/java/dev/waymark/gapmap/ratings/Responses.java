package dev.waymark.gapmap.ratings;

import dev.waymark.gapmap.gapmap.RatedMaps;
import dev.waymark.gapmap.scores.Scales;
import dev.waymark.http.Page;
import dev.waymark.http.PageRequest;
import dev.waymark.http.Problem;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Reads responses one by one. */
@ApplicationScoped
@Transactional
class Responses {

    /** Its items are those of the slots it has answers in. */
    private static final String SELECT = """
            select r.id, r.import_id, r.provider_id, r.answered_on,
                   coalesce(p.stage_id, r.stage_id) as stage_id, p.touchpoint_id, r.outcome, said.needs, said.kinds, said.indexes
            from response r
            left join rated_touchpoint p on (p.gap_map_id, p.touchpoint_id) = (r.gap_map_id, r.stage_id)
            cross join lateral (
              select coalesce(array_agg(coalesce(s.of_need, s.need_id) order by s.slot), '{}') as needs,
                     coalesce(array_agg(s.kind order by s.slot), '{}') as kinds,
                     coalesce(array_agg(r.ratings[s.slot] order by s.slot), '{}') as indexes
              from need_slot s where s.gap_map_id = r.gap_map_id and r.ratings[s.slot] is not null) said
            where r.gap_map_id = ?
            """;

    private static final String PAGE = SELECT
            + " and r.id > ? and (?::uuid is null or r.provider_id = ?) and (?::uuid is null or r.import_id = ?)"
            + " order by r.id limit ?";

    private static final String MAPS =
            "select m.id from gap_map m where exists (select from response r where r.gap_map_id = m.id and r.respondent = ?)"
                    + " order by m.id for key share of m"; // so that none of them is deleted meanwhile

    private final RatedMaps maps;
    private final AgroalDataSource database;

    Responses(RatedMaps maps, AgroalDataSource database) {
        this.maps = maps;
        this.database = database;
    }

    /** @throws Problem 404 */
    Page<ResponseView> page(UUID gapMapId, Which which, PageRequest request) {
        var scales = maps.scales(gapMapId);
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(PAGE)) {
            query.setObject(1, gapMapId);
            query.setLong(2, request.after() == null ? 0 : place(request.after()));
            query.setObject(3, which.providerId());
            query.setObject(4, which.providerId());
            query.setObject(5, which.importId());
            query.setObject(6, which.importId());
            query.setInt(7, request.limit() + 1);
            return Page.of(read(query), request, stored -> String.valueOf(stored.id()))
                    .map(stored -> stored.on(scales));
        } catch (SQLException e) {
            throw new IllegalStateException("could not read responses", e);
        }
    }

    /** @throws Problem 404 */
    ResponseView get(UUID gapMapId, long id) {
        try (var connection = database.getConnection()) {
            return require(connection, gapMapId, id).on(maps.scales(gapMapId));
        } catch (SQLException e) {
            throw new IllegalStateException("could not read a response", e);
        }
    }

    /** @throws Problem 404 */
    Stored require(Connection connection, UUID gapMapId, long id) throws SQLException {
        try (var query = connection.prepareStatement(SELECT + " and r.id = ?")) {
            query.setObject(1, gapMapId);
            query.setLong(2, id);
            return read(query).stream().findFirst().orElseThrow(() -> Problem.notFound("response", id));
        }
    }

    /** @param respondent keyed hash in hexadecimal */
    List<UUID> mapsOf(Connection connection, String respondent) throws SQLException {
        try (var query = connection.prepareStatement(MAPS)) {
            query.setBytes(1, HexFormat.of().parseHex(respondent));
            try (var rows = query.executeQuery()) {
                var maps = new ArrayList<UUID>();
                while (rows.next()) {
                    maps.add(rows.getObject(1, UUID.class));
                }
                return maps;
            }
        }
    }

    private static long place(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException forged) {
            throw PageRequest.unknownCursor();
        }
    }

    private static List<Stored> read(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            var found = new ArrayList<Stored>();
            while (rows.next()) {
                found.add(read(rows));
            }
            return found;
        }
    }

    private static Stored read(ResultSet row) throws SQLException {
        var needs = (UUID[]) row.getArray("needs").getArray();
        var kinds = (String[]) row.getArray("kinds").getArray();
        var indexes = (Short[]) row.getArray("indexes").getArray();
        var said = new EnumMap<Kind, Map<UUID, Integer>>(Kind.class);
        for (var i = 0; i < needs.length; i++) {
            said.computeIfAbsent(Kind.valueOf(kinds[i]), k -> new TreeMap<>()).put(needs[i], indexes[i].intValue());
        }
        return new Stored(
                row.getLong("id"),
                row.getObject("import_id", UUID.class),
                row.getObject("provider_id", UUID.class),
                row.getObject("answered_on", LocalDate.class),
                row.getObject("stage_id", UUID.class),
                row.getObject("touchpoint_id", UUID.class),
                said,
                row.getBigDecimal("outcome"));
    }

    /** Which responses are asked for; null stands for all. */
    record Which(UUID providerId, UUID importId) {}

    /** A response as it is stored: what was said of needs are indexes on the scale of its kind. */
    record Stored(
            long id,
            UUID importId,
            UUID providerId,
            LocalDate date,
            UUID stageId,
            UUID touchpointId,
            Map<Kind, Map<UUID, Integer>> said,
            BigDecimal outcome) {

        ResponseView on(Scales scales) {
            return new ResponseView(
                    id,
                    importId,
                    providerId,
                    date,
                    stageId,
                    touchpointId,
                    values(Kind.RATING, scales).orElse(Map.of()),
                    outcome,
                    values(Kind.IMPORTANCE, scales).orElse(null),
                    values(Kind.EXPECTED, scales).orElse(null),
                    values(Kind.KANO_F, scales).orElse(null),
                    values(Kind.KANO_D, scales).orElse(null));
        }

        private Optional<Map<String, BigDecimal>> values(Kind kind, Scales scales) {
            return Optional.ofNullable(said.get(kind)).map(indexes -> {
                var values = new TreeMap<String, BigDecimal>();
                indexes.forEach((need, index) ->
                        values.put(need.toString(), kind.scale(scales).value(index)));
                return values;
            });
        }
    }
}
