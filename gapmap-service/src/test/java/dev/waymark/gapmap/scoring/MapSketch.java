package dev.waymark.gapmap.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A map to be scored, written down in a few words: scale 1 to 5, providers OWN, A and B, needs by number. */
final class MapSketch {

    static final Scale SCALE = Scale.of("1", "5", "1");
    static final UUID OWN = id(900);
    static final UUID A = id(901);
    static final UUID B = id(902);

    private final List<ScoringInput.Need> needs = new ArrayList<>();
    private final List<UUID> competitors = new ArrayList<>();
    private final Map<ScoringInput.CellKey, Frequencies> frequencies = new HashMap<>();
    private final Map<UUID, PairSums> pairs = new HashMap<>();
    private ScoringSettings settings = ScoringSettings.defaults();

    private MapSketch() {}

    static MapSketch against(UUID... competitors) {
        MapSketch sketch = new MapSketch();
        sketch.competitors.addAll(List.of(competitors));
        return sketch;
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }

    MapSketch need(int number, Double importance) {
        needs.add(new ScoringInput.Need(id(number), importance));
        return this;
    }

    MapSketch rated(int need, UUID provider, long... counts) {
        frequencies.put(new ScoringInput.CellKey(provider, id(need)), Frequencies.of(SCALE, counts));
        return this;
    }

    MapSketch pairs(int need, PairSums sums) {
        pairs.put(id(need), sums);
        return this;
    }

    MapSketch with(ScoringSettings chosen) {
        settings = chosen;
        return this;
    }

    ScoringInput input() {
        return new ScoringInput(SCALE, settings, needs, OWN, competitors, frequencies, pairs);
    }

    ScoringResult score() {
        return Scoring.score(input());
    }

    /** The score of the first need. */
    NeedScore first() {
        return score().needs().getFirst();
    }
}
