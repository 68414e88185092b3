package dev.waymark.gapmap.scores;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.gapmap.scoring.Bootstrap;
import dev.waymark.workspace.Caller;
import dev.waymark.workspace.CurrentCaller;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Computes in the background how sure rankings are, one at a time, and keeps it until the map is another. What is lost with an instance is
 * computed when somebody asks again.
 */
@ApplicationScoped
public class RankingConfidences {

    /** So many maps wait; whose is one too many is computed when somebody asks later. */
    private static final int MOST_WAITING = 100;

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);
    private static final String FIND = "select confidence from ranking_confidence where gap_map_id = ? and basis = ?";
    private static final String KEEP = """
            insert into ranking_confidence (workspace, gap_map_id, basis, confidence) values (?, ?, ?, ?::jsonb)
            on conflict (workspace, gap_map_id) do update set basis = excluded.basis, confidence = excluded.confidence
            """;

    private final AgroalDataSource database;
    private final RatingTables tables;
    private final CurrentCaller caller;
    private final ObjectMapper json;
    /** The latest state of each map that waits or is under way: of earlier ones nobody wants to know. */
    private final Map<UUID, Ranking> wanted = new ConcurrentHashMap<>();

    private final Map<UUID, Instant> failed = new ConcurrentHashMap<>();
    /** Discards only what comes after the end. */
    private final ExecutorService background = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform()
                    .name("rankings")
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    RankingConfidences(AgroalDataSource database, RatingTables tables, CurrentCaller caller, ObjectMapper json) {
        this.database = database;
        this.tables = tables;
        this.caller = caller;
        this.json = json;
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }

    /** Empty if it is not known yet. */
    public Optional<RankingConfidence> find(UUID gapMapId, String basis) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(FIND)) {
            query.setObject(1, gapMapId);
            query.setString(2, basis);
            try (var row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(json.readValue(row.getString(1), RankingConfidence.class))
                        : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("could not read the confidence in a ranking", e);
        }
    }

    /** Begins to compute it, unless that is under way. */
    public void compute(Ranking ranking) {
        var map = ranking.gapMapId();
        failed.values().removeIf(at -> at.plus(PAUSE_AFTER_FAILURE).isBefore(Instant.now()));
        var waits = wanted.containsKey(map);
        if (failed.containsKey(map) || !waits && wanted.size() >= MOST_WAITING) {
            return;
        }
        if (wanted.put(map, ranking) == null) {
            var workspace = Caller.service(caller.get().workspace(), "rankings");
            background.execute(() -> caller.runAs(workspace, () -> computeLatest(map)));
        }
    }

    /** What is wanted of the map by then is computed after all others that wait. */
    private void computeLatest(UUID map) {
        try {
            var ranking = wanted.get(map);
            computeNow(ranking);
            if (!wanted.remove(map, ranking)) {
                var workspace = caller.get();
                background.execute(() -> caller.runAs(workspace, () -> computeLatest(map)));
            }
        } catch (CancellationException stopped) {
            wanted.remove(map);
        } catch (RuntimeException e) {
            Log.warnf(e, "No confidence in a ranking map=%s", map);
            failed.put(map, Instant.now());
            wanted.remove(map);
        }
    }

    private void computeNow(Ranking ranking) {
        var read = QuarkusTransaction.requiringNew()
                .timeout((int) LONGEST.toSeconds())
                .call(() -> tables.read(ranking));
        var contestants = ranking.contestants();
        var standings = new Bootstrap(
                        ranking.scores().needs().stream()
                                .map(need -> need.importance().value())
                                .toList(),
                        read.get(contestants.own()),
                        contestants.competitors().stream()
                                .map(id -> new Bootstrap.Contender(read.get(id), ranking.comparedWith(id)))
                                .toList())
                .standings(ranking.scores().settings());
        var needs = ranking.needs();
        var byNeed = new HashMap<UUID, Bootstrap.Standing>();
        for (var need = 0; need < standings.size(); need++) {
            if (standings.get(need) != null) {
                byNeed.put(needs.get(need), standings.get(need));
            }
        }
        var drawnFrom = read.values().stream().mapToLong(table -> table.size()).sum();
        QuarkusTransaction.requiringNew().run(() -> keep(ranking, new RankingConfidence(drawnFrom, byNeed)));
    }

    private void keep(Ranking ranking, RankingConfidence confidence) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, caller.get().workspace());
            insert.setObject(2, ranking.gapMapId());
            insert.setString(3, ranking.basis());
            insert.setString(4, json.writeValueAsString(confidence));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("could not keep the confidence in a ranking", e);
        }
    }
}
