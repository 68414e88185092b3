package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One provider on one need, month by month.
 *
 * @param months those with ratings, in their order
 * @param change from the first to the last month with enough ratings; null if there are not two
 * @param effect before and since the month that was asked for; null if none was
 */
@JsonInclude(JsonInclude.Include.ALWAYS) // a figure that is undefined is shown as null
@Schema(description = "One provider on one need, month by month")
public record Trend(
        @Schema(required = true) UUID providerId,

        @Schema(required = true, description = "Those with ratings, in their order")
        List<Month> months,

        @Schema(
                required = true,
                nullable = true,
                description = "From the first to the last month with enough ratings; null if there are not two")
        Step change,

        @Schema(
                required = true,
                nullable = true,
                description = "Before and since the month asked for; null if none was asked for")
        Effect effect) {

    /** What the ratings of one month say. */
    @Schema(name = "TrendMonth", description = "What the ratings of one month say")
    public record Month(
            @Schema(required = true, implementation = String.class, examples = "2026-03")
            YearMonth month,

            @Schema(required = true) Cell figures) {}

    /** From one month to another. */
    @Schema(name = "TrendStep", description = "From one month to another")
    public record Step(
            @Schema(required = true, implementation = String.class, examples = "2026-01")
            YearMonth from,

            @Schema(required = true, implementation = String.class, examples = "2026-06")
            YearMonth to,

            @Schema(required = true) Change figures) {}

    /** What has been different since something was done: all ratings before a month against all since. */
    @Schema(name = "TrendEffect", description = "All ratings before a month against all since")
    public record Effect(
            @Schema(required = true) Cell before,
            @Schema(required = true) Cell since,
            @Schema(required = true) Change figures) {}

    /**
     * @param months the ratings of each
     * @param scale of the ratings
     * @param since the first month after something was done; null if nothing is asked about that
     */
    public static Trend of(
            UUID provider,
            SortedMap<YearMonth, Frequencies> months,
            Scale scale,
            ScoringSettings settings,
            YearMonth since) {
        var confidence = settings.confidence();
        var cells = months.entrySet().stream()
                .map(e -> new Month(e.getKey(), e.getValue().cell(confidence)))
                .toList();
        var enough = cells.stream()
                .filter(month -> month.figures().n() >= settings.minResponses())
                .toList();
        var step = enough.size() < 2 ? null : step(enough.getFirst(), enough.getLast(), confidence);
        return new Trend(provider, cells, step, since == null ? null : effect(months, scale, since, confidence));
    }

    private static Step step(Month first, Month last, double confidence) {
        return new Step(first.month(), last.month(), Change.of(last.figures(), first.figures(), confidence));
    }

    private static Effect effect(
            SortedMap<YearMonth, Frequencies> months, Scale scale, YearMonth since, double confidence) {
        var before = together(months.headMap(since), scale).cell(confidence);
        var after = together(months.tailMap(since), scale).cell(confidence);
        return new Effect(before, after, Change.of(after, before, confidence));
    }

    private static Frequencies together(Map<YearMonth, Frequencies> months, Scale scale) {
        return months.values().stream().reduce(Frequencies.none(scale), Frequencies::plus);
    }
}
