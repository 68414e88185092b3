package dev.waymark.chaos;

import static dev.waymark.chaos.Stored.agrees;
import static dev.waymark.chaos.Stored.json;

import dev.waymark.chaos.Ledger.Document;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Compares what was acknowledged with what is stored, was told, and is known to the neighbours. */
final class Checker {

    private static final Map<String, List<String>> TABLES = Map.of(
            "persona", List.of("persona", "segment"),
            "journey", List.of("journey"),
            "gapmap", List.of("gap_map", "provider"));
    private static final Map<String, String> OWNER_OF =
            Map.of("persona", "persona", "journey", "journey", "gap-map", "gapmap");

    private final Stored stored;
    private final Ledger ledger;
    private final Topics topics;
    private final Map<String, Map<String, List<String>>> sources = new HashMap<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> duplicated = new ArrayList<>();
    private final List<String> reordered = new ArrayList<>();
    private final List<String> diverged = new ArrayList<>();

    Checker(Stack stack, Ledger ledger, Topics topics) {
        this.stored = new Stored(stack);
        this.ledger = ledger;
        this.topics = topics;
    }

    Findings check() throws SQLException {
        documents();
        for (var service : Stack.SERVICES) {
            revisions(service);
            queue(service);
            feed(service);
            projections(service);
        }
        shown();
        imports();
        if (topics.reordered() > 0) {
            reordered.add(topics.reordered() + " first occurrences on the topics came after a later version");
        }
        return new Findings(lost, duplicated, reordered, diverged);
    }

    private void documents() throws SQLException {
        var expected = new HashMap<>(ledger.documents());
        for (var service : Stack.SERVICES) {
            for (var table : TABLES.get(service)) {
                for (var row : stored.rows(service, "select id, name, version from " + table)) {
                    compare(expected.remove(row.getFirst()), row);
                }
            }
        }
        expected.values().forEach(missing -> lost.add("acknowledged and not there: " + missing));
    }

    private void compare(Document acknowledged, List<String> row) {
        if (acknowledged == null) {
            (ledger.deleted().contains(row.getFirst()) ? lost : duplicated).add("there, and should not be: " + row);
            return;
        }
        // An import is a revision of its map.
        var version = Integer.parseInt(row.get(2));
        var counts = !acknowledged.collection().equals("gap-maps");
        if (!acknowledged.name().equals(row.get(1)) || version < acknowledged.version()) {
            lost.add(acknowledged + " is stored as " + row);
        } else if (counts && version > acknowledged.version()) {
            duplicated.add(acknowledged + " is stored as " + row);
        }
    }

    private void revisions(String service) throws SQLException {
        for (var row : stored.rows(service, """
                select aggregate_id, count(*), max(version) from revision group by 1 having count(*) <> max(version)""")) {
            lost.add("revisions of " + row);
        }
        for (var row : stored.rows(service, "select workspace, aggregate_id, version from revision")) {
            if (!topics.has(row.get(0), row.get(1), Integer.parseInt(row.get(2)))) {
                lost.add("never told: " + row);
            }
        }
    }

    private void queue(String service) throws SQLException {
        for (var row : stored.rows(service, "select count(*), count(parked_at) from outbox having count(*) > 0")) {
            lost.add(service + " still has queued, of that parked: " + row);
        }
    }

    private void feed(String service) throws SQLException {
        for (var row : stored.rows(service, """
                select workspace, count(*), count(feed_position), max(feed_position) from revision group by 1
                having count(*) <> count(feed_position) or count(*) <> max(feed_position)""")) {
            lost.add("the change feed of " + service + " has gaps: " + row);
        }
        for (var row : stored.rows(service, """
                select a.aggregate_id, a.version from revision a
                join revision b on b.workspace = a.workspace and b.aggregate_id = a.aggregate_id and b.version = a.version + 1
                where b.feed_position < a.feed_position""")) {
            reordered.add("in the change feed of " + service + ": " + row);
        }
    }

    private void projections(String service) throws SQLException {
        var known = new HashSet<String>();
        for (var row : stored.rows(service, "select kind, id, version, data from neighbour")) {
            known.add(row.get(1));
            compareProjection(service, row);
        }
        if (!service.equals("persona")) {
            for (var row : stored.rows("persona", "select id from persona")) {
                if (!known.contains(row.getFirst())) {
                    diverged.add(service + " has never heard of persona " + row);
                }
            }
        }
    }

    private void compareProjection(String service, List<String> row) throws SQLException {
        var source = sources(OWNER_OF.get(row.get(0))).get(row.get(1));
        var deleted = source != null && source.get(3).equals("t");
        if (source == null
                || !source.get(1).equals(row.get(2))
                || deleted != (row.get(3) == null)
                || !deleted && !agrees(json(row.get(3)), json(source.get(2)))) {
            diverged.add(service + " knows " + row + ", the source says " + source);
        }
    }

    /** The last revision of each document of a service: its id, version, data, and whether it is a deletion. */
    private Map<String, List<String>> sources(String service) throws SQLException {
        if (!sources.containsKey(service)) {
            var last = new HashMap<String, List<String>>();
            stored.rows(service, """
                    select distinct on (aggregate_id) aggregate_id, version, data, type like '%.deleted.v1'
                    from revision order by aggregate_id, version desc""").forEach(row -> last.put(row.getFirst(), row));
            sources.put(service, last);
        }
        return sources.get(service);
    }

    /** What a journey shows of its persona, and a gap map of it. */
    private void shown() throws SQLException {
        var names = new HashMap<String, String>();
        stored.rows("persona", "select id, name from persona").forEach(row -> names.put(row.get(0), row.get(1)));
        for (var document : List.of(List.of("journey", "journey"), List.of("gapmap", "gap_map"))) {
            for (var row : stored.rows(document.get(0), """
                    select id, content ->> 'personaId', context #>> '{persona,name}' from %s""".formatted(document.get(1)))) {
                if (!String.valueOf(names.get(row.get(1))).equals(row.get(2))) {
                    diverged.add(document.get(1) + " shows another name of its persona: " + row);
                }
            }
        }
    }

    private void imports() throws SQLException {
        compareImports("response", "count(*)");
        compareImports("frequency", "sum(count)");
    }

    private void compareImports(String table, String sum) throws SQLException {
        var counted = new HashMap<String, Long>();
        stored.rows("gapmap", "select gap_map_id, " + sum + " from " + table + " group by 1")
                .forEach(row -> counted.put(row.get(0), Long.valueOf(row.get(1))));
        ledger.ratings().forEach((map, expected) -> {
            var there = counted.getOrDefault(map, 0L);
            if (there != expected.longValue()) {
                (there < expected ? lost : duplicated)
                        .add(table + " of " + map + ": " + there + " for " + expected + " that were acknowledged");
            }
        });
    }
}
