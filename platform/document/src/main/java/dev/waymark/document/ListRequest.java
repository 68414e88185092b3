package dev.waymark.document;

import dev.waymark.http.Page;
import dev.waymark.http.PageRequest;
import dev.waymark.http.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Which documents a list gives: the query parameters that all lists have, and what a resource adds by {@link #where} and
 * {@link #term}. Columns are compared directly; words and terms are found by the table's function {@code <table>_found},
 * because under row-level security nothing else could use their index.
 */
public class ListRequest {

    private static final int MOST_WHOLE_ONES = 25;
    private static final int LONGEST_SEARCH = 200;
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Map<String, String> COLUMNS =
            Map.of("createdAt", "id", "name", "name", "updatedAt", "updated_at");

    @QueryParam("limit")
    @DefaultValue("25")
    int limit;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("sort")
    @DefaultValue("createdAt")
    @Parameter(
            description = "The order; a minus turns it round",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"createdAt", "-createdAt", "name", "-name", "updatedAt", "-updatedAt"},
                            defaultValue = "createdAt"))
    String sort;

    @QueryParam("q")
    @Parameter(
            description = "Words, or the beginnings of words, all of which occur somewhere in it",
            example = "early fer")
    String q;

    @QueryParam("view")
    @DefaultValue("summary")
    @Parameter(
            description = "Whether to give summaries or, at most 25, whole ones as a GET by id gives them",
            schema =
                    @Schema(
                            enumeration = {"summary", "full"},
                            defaultValue = "summary"))
    String view;

    @QueryParam("status")
    @Parameter(description = "Only those in this state of their life")
    Status status;

    @QueryParam("tag")
    @Parameter(description = "Only those with exactly this tag")
    String tag;

    @QueryParam("owner")
    @Parameter(description = "Only those with exactly this owner")
    String owner;

    private final Map<String, Object> columns = new TreeMap<>();
    private final Map<String, String> terms = new TreeMap<>();

    /** Only where a column has this value; null for whatever it has. */
    public ListRequest where(String column, Object value) {
        if (value != null) {
            columns.put(column, value);
        }
        return this;
    }

    /**
     * Only with this among the {@link dev.waymark.content.Content#terms terms}; null for whatever there is.
     *
     * @throws Problem 400 if it is longer than any term
     */
    public ListRequest term(String name, Object value) {
        if (value != null) {
            if (value.toString().length() > LONGEST_SEARCH) {
                throw Problem.invalid(name, "must have at most " + LONGEST_SEARCH + " characters");
            }
            terms.put(name, name + ":" + value);
        }
        return this;
    }

    boolean full() {
        return "full".equals(view);
    }

    /** @throws Problem 400 if a parameter is out of its range */
    <D extends Document<?>> Page<D> page(String table, PanacheRepositoryBase<D, UUID> rows) {
        where("status", status == null ? null : status.name());
        term("tag", tag).term("owner", owner);
        var request = PageRequest.of(check(table), limit, cursor);
        var query = rows.getEntityManager().createNativeQuery(sql(table, request.after() != null), UUID.class);
        bind(request).forEach(query::setParameter);
        var ids = (List<?>) query.setMaxResults(limit + 1).getResultList();
        Map<UUID, D> found =
                rows.list("id in ?1", ids).stream().collect(Collectors.toMap(Document::id, Function.identity()));
        if (found.size() < ids.size()) {
            return page(table, rows); // one was deleted since: with one less this would pass for the last page
        }
        return Page.of(ids.stream().map(found::get).toList(), request, this::place);
    }

    /** The query as a whole: a cursor is good for the very same one only. */
    private String check(String table) {
        if (!COLUMNS.containsKey(key())) {
            throw Problem.invalid("sort", "must be createdAt, name or updatedAt, perhaps with a minus before it");
        }
        if (!full() && !"summary".equals(view)) {
            throw Problem.invalid("view", "must be summary or full");
        }
        if (full() && limit > MOST_WHOLE_ONES) {
            throw Problem.invalid("limit", "must be at most " + MOST_WHOLE_ONES + " with view=full");
        }
        if (q != null && (q.length() > LONGEST_SEARCH || !WORD.matcher(q).find())) {
            throw Problem.invalid("q", "must have a letter or digit and at most " + LONGEST_SEARCH + " characters");
        }
        return String.join("|", table, sort, String.valueOf(q), columns.toString(), terms.toString())
                .replace('\n', ' ');
    }

    private String sql(String table, boolean continued) {
        var conditions = new ArrayList<String>();
        columns.keySet().forEach(column -> conditions.add(column + " = :" + column));
        if (q != null || !terms.isEmpty()) {
            conditions.add("id in (select " + table + "_found(:words, cast(:terms as text[])))");
        }
        var order = sort.startsWith("-") ? " desc" : "";
        var column = COLUMNS.get(key());
        if (continued) {
            var beyond = order.isEmpty() ? " > " : " < ";
            conditions.add(
                    column.equals("id") ? "id" + beyond + ":id" : "(" + column + ", id)" + beyond + "(:after, :id)");
        }
        return "select id from " + table + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + " order by " + column + order + (column.equals("id") ? "" : ", id" + order);
    }

    private Map<String, Object> bind(PageRequest request) {
        var values = new HashMap<>(columns);
        if (q != null || !terms.isEmpty()) {
            values.put("words", q == null ? "" : q);
            values.put("terms", terms.values().toArray(String[]::new));
        }
        if (request.after() != null) {
            var place = request.after().split("\n", 2);
            values.put("id", request.id(place[0]));
            if (!key().equals("createdAt")) {
                values.put("after", after(place.length < 2 ? "" : place[1]));
            }
        }
        return values;
    }

    /** A name or a time out of a cursor; a cursor that somebody else made may hold anything. */
    private Object after(String text) {
        if (key().equals("name") && text.indexOf('\0') < 0) {
            return text;
        }
        try {
            if (key().equals("updatedAt") && TIME.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeException noTime) {
            // told below: the caller cannot do anything else about it
        }
        throw PageRequest.unknownCursor();
    }

    private String place(Document<?> document) {
        return document.id() + "\n" + (key().equals("name") ? document.name() : document.updatedAt());
    }

    private String key() {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }
}
