package dev.waymark.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The scores of a map on paper: a table for people, or every figure as CSV. */
final class ScoreSheet {

    private static final String HEADER =
            "segment,need,derived_importance_r,own_n,own_mean,own_sd,own_ci_low,own_ci_high,"
                    + "own_top2,own_wilson_low,own_wilson_high,competitor,comp_n,comp_mean,comp_sd,gap,welch_t,welch_df,welch_p,"
                    + "diff_ci_low,diff_ci_high";

    private static final String ROW = "%-18s %10s %5s %5s  %-13s  %-20s %6s  %-15s %7s  %s%n";
    private static final String[] TITLES = {
        "need",
        "importance",
        "n",
        "mean",
        "95 % interval",
        "best competitor",
        "gap",
        "95 % interval",
        "p adj.",
        "verdict"
    };

    private final DemoCommand.Question question;
    private final JsonNode scores;
    private final Map<String, String> names = new HashMap<>();

    ScoreSheet(DemoCommand.Question question, JsonNode scores) {
        this.question = question;
        this.scores = scores;
        scores.get("providers")
                .forEach(p ->
                        names.put(p.get("id").asText(), p.get("externalKey").asText()));
        scores.get("needs")
                .forEach(n -> names.put(n.get("id").asText(), n.get("key").asText()));
    }

    /** A row per need and competitor. */
    void csv(PrintStream out) {
        out.println(HEADER);
        for (var need : scores.get("scores")) {
            for (var competitor : need.get("competitors")) {
                out.println(String.join(
                        ",",
                        question.segment(),
                        name(need, "needId"),
                        number(need.at("/importance/derived/r")),
                        cell(need.get("own")),
                        interval(need.at("/own/ci")),
                        number(need.at("/own/topBox/share")),
                        interval(need.at("/own/topBox")),
                        name(competitor, "providerId"),
                        cell(competitor),
                        comparison(competitor.get("comparison"))));
            }
        }
    }

    /** A row per need, against the best competitor. */
    void table(PrintStream out) {
        var competitors = String.join(", ", question.competitors());
        out.printf("%n%s, %s, compared with %s%n%n", question.own(), question.segment(), competitors);
        out.printf(ROW, (Object[]) TITLES);
        for (var need : scores.get("scores")) {
            out.printf(ROW, row(need, best(need)));
        }
        out.println();
    }

    private Object[] row(JsonNode need, JsonNode best) {
        var comparison = best.path("comparison");
        return new Object[] {
            name(need, "needId"),
            shown(need.at("/importance/value"), "%.1f"),
            need.at("/own/n").asText(),
            shown(need.at("/own/mean"), "%.2f"),
            between(need.at("/own/ci"), "%.2f"),
            best.isMissingNode() ? "–" : name(best, "providerId"),
            shown(comparison.path("gap"), "%+.2f"),
            between(comparison.path("ci"), "%+.2f"),
            shown(comparison.path("pAdjusted"), "%.4f"),
            need.get("verdict").asText()
        };
    }

    private static String between(JsonNode interval, String format) {
        return shown(interval.path("low"), format) + " … " + shown(interval.path("high"), format);
    }

    private static JsonNode best(JsonNode need) {
        for (var competitor : need.get("competitors")) {
            if (competitor.get("providerId").equals(need.get("bestCompetitorId"))) {
                return competitor;
            }
        }
        return MissingNode.getInstance();
    }

    private String name(JsonNode node, String idField) {
        return names.get(node.get(idField).asText());
    }

    private static String cell(JsonNode cell) {
        return String.join(",", cell.get("n").asText(), number(cell.path("mean")), number(cell.path("sd")));
    }

    private static String comparison(JsonNode comparison) {
        return String.join(
                ",",
                number(comparison.path("gap")),
                number(comparison.path("t")),
                number(comparison.path("df")),
                shown(comparison.path("p"), "%.6g", ""),
                interval(comparison.path("ci")));
    }

    private static String interval(JsonNode interval) {
        return number(interval.path("low")) + "," + number(interval.path("high"));
    }

    private static String number(JsonNode value) {
        return shown(value, "%.6f", "");
    }

    private static String shown(JsonNode value, String format) {
        return shown(value, format, "–");
    }

    private static String shown(JsonNode value, String format, String otherwise) {
        return value.isNumber() ? String.format(Locale.ROOT, format, value.asDouble()) : otherwise;
    }
}
