package dev.waymark.gapmap.gapmap;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.gapmap.provider.Price;
import dev.waymark.gapmap.provider.ProviderView;
import dev.waymark.gapmap.scores.Slice;
import dev.waymark.gapmap.scoring.Crosshair;
import dev.waymark.gapmap.scoring.NeedScore;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringResult;
import dev.waymark.gapmap.scoring.ScoringSettings;
import dev.waymark.gapmap.scoring.Warning;
import dev.waymark.gapmap.scoring.method.Method;
import dev.waymark.gapmap.scoring.method.MethodScore;
import dev.waymark.gapmap.scoring.method.OutcomeScore;
import dev.waymark.gapmap.scoring.method.Quality;
import dev.waymark.gapmap.scoring.method.RankAgreement;
import dev.waymark.gapmap.scoring.method.ServiceQuality;
import dev.waymark.gapmap.scoring.method.ValueMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The scores of a gap map, with the words that belong to its ids. A figure that is not defined is null.
 *
 * @param method the one asked for
 * @param from the first month that counts, to the last; null if open
 * @param settings as used, the parity margin in scale units
 */
@Schema(name = "Scores", description = "How the own provider and its competitors deliver on each need")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ScoresView(
        @Schema(required = true) UUID gapMapId,

        @Schema(required = true, description = "The one asked for")
        Method method,

        @Schema(required = true, nullable = true, description = "Only ratings of this stage; null for all")
        UUID stageId,

        @Schema(required = true, nullable = true, description = "Only ratings of this touchpoint; null for all")
        UUID touchpointId,

        @Schema(
                required = true,
                implementation = String.class,
                nullable = true,
                description = "The first month that counts; null if open",
                examples = "2026-01")
        YearMonth from,

        @Schema(
                required = true,
                implementation = String.class,
                nullable = true,
                description = "The last month that counts; null if open",
                examples = "2026-06")
        YearMonth to,

        @Schema(required = true, description = "Of the ratings")
        Scale scale,

        @Schema(required = true) ScoringSettings settings,
        @Schema(required = true) Crosshair crosshair,

        @Schema(required = true, description = "Those that take part, the own one first")
        List<Provider> providers,

        @Schema(required = true, description = "In the order of scores")
        List<Need> needs,

        @Schema(required = true, description = "One entry per need")
        List<NeedScore> scores,

        @Schema(
                required = true,
                description =
                        "What the method says: one entry per need, in the order of scores; none by a method that is about providers")
        List<MethodScore> methodScores,

        @Schema(
                required = true,
                description =
                        "What NPS, CSAT or CES say: one entry per provider, in their order; none by other methods")
        List<OutcomeScore> outcomes,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "CVA only: the quality of the whole, weighted by importance")
        Quality quality,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "CVA only: what each provider costs beside what it delivers")
        ValueMap valueMap,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "SERVQUAL only: the gaps by dimension, and of the whole")
        ServiceQuality serviceQuality,

        @Schema(required = true, description = "Whether the methods put the needs in the same order: each two of them")
        List<RankAgreement> agreement,

        @Schema(required = true, description = "What to know of all the figures")
        List<Warning> warnings) {

    /** What is asked of a map: by which method, of which ratings. */
    record Question(Method method, Slice slice) {}

    /** A provider that takes part, the own one first. */
    @Schema(name = "ScoredProvider")
    public record Provider(
            @Schema(required = true) UUID id,
            String externalKey,
            @Schema(required = true) String name) {

        static Provider of(ProviderView provider) {
            var said = provider.content();
            return new Provider(provider.id(), said.externalKey(), said.name());
        }
    }

    /** A need that is scored, in the order of {@code scores}. */
    @Schema(name = "ScoredNeed")
    public record Need(
            @Schema(required = true) UUID id,
            String key,
            @Schema(required = true) String statement) {

        static Need of(KnownPersona.Need need) {
            return new Need(need.id(), need.key(), need.statement());
        }
    }

    /** By the latest prices that hold today, or held at the end of the slice, in the currency of the own one. */
    private static ValueMap valueMap(GapMap map, Slice slice, ScoringResult result, List<ProviderView> providers) {
        var today = LocalDate.now(ZoneOffset.UTC);
        var end = slice.months().to() == null ? today : slice.months().to().atEndOfMonth();
        var until = end.isBefore(today) ? end : today;
        var own = providers.getFirst().content().latestPrice(until, null);
        var currency = own.map(Price::currency).orElse(null);
        var prices = new HashMap<UUID, BigDecimal>();
        for (var provider : providers) {
            own.flatMap(price -> provider.content().latestPrice(until, price.currency()))
                    .ifPresent(price -> prices.put(provider.id(), price.value()));
        }
        return ValueMap.of(
                result,
                map.content().scale(),
                new ValueMap.Prices(currency, prices),
                map.content().settings().priceWeight());
    }

    static ScoresView of(
            GapMap map,
            Question question,
            ScoringResult result,
            List<KnownPersona.Need> needs,
            List<ProviderView> providers) {
        var scale = map.content().scale();
        var slice = question.slice();
        var said = question.method().score(result, scale);
        return new ScoresView(
                map.id(),
                question.method(),
                slice.stageId(),
                slice.touchpointId(),
                slice.months().from(),
                slice.months().to(),
                scale,
                result.settings(),
                result.crosshair(),
                providers.stream().map(Provider::of).toList(),
                needs.stream().map(Need::of).toList(),
                result.needs(),
                said.needs(),
                said.outcomes(),
                said.quality(),
                question.method() == Method.CVA ? valueMap(map, slice, result, providers) : null,
                said.serviceQuality(),
                RankAgreement.of(result, scale),
                result.warnings());
    }
}
