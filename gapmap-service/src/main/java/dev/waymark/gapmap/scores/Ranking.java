package dev.waymark.gapmap.scores;

import dev.waymark.gapmap.scoring.NeedScore;
import dev.waymark.gapmap.scoring.ScoringResult;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An order of needs whose confidence is asked for.
 *
 * @param basis tells the state of the map
 */
public record Ranking(UUID gapMapId, String basis, Contestants contestants, ScoringResult scores) {

    List<UUID> needs() {
        return scores.needs().stream().map(NeedScore::needId).toList();
    }

    /** The places of the needs on which a competitor has enough ratings. */
    Set<Integer> comparedWith(UUID competitor) {
        var few = scores.settings().minResponses();
        return IntStream.range(0, scores.needs().size())
                .filter(need -> scores.needs().get(need).competitors().stream()
                        .anyMatch(each -> each.providerId().equals(competitor) && each.n() >= few))
                .boxed()
                .collect(Collectors.toSet());
    }
}
