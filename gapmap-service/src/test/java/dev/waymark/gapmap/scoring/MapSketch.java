package dev.waymark.gapmap.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A map to be scored, written down in a few words: providers OWN, A and B, needs by number, scale 1 to 5 if nothing else is said. */
public final class MapSketch {

    public static final Scale SCALE = Scale.of("1", "5", "1");
    public static final UUID OWN = id(900);
    public static final UUID A = id(901);
    public static final UUID B = id(902);

    private final List<ScoringInput.Need> needs = new ArrayList<>();
    private final List<UUID> competitors = new ArrayList<>();
    private final Map<ScoringInput.CellKey, Frequencies> frequencies = new HashMap<>();
    private final Map<UUID, PairSums> pairs = new HashMap<>();
    private final Map<UUID, OutcomeCounts> outcomes = new HashMap<>();
    private JointSums joint = JointSums.NONE;
    private Scale scale = SCALE;
    private ScoringSettings settings = ScoringSettings.defaults();

    private MapSketch() {}

    public static MapSketch against(UUID... competitors) {
        MapSketch sketch = new MapSketch();
        sketch.competitors.addAll(List.of(competitors));
        return sketch;
    }

    public static UUID id(int number) {
        return new UUID(0, number);
    }

    /** Comes before all ratings. */
    public MapSketch on(Scale other) {
        scale = other;
        return this;
    }

    public MapSketch need(int number, Double importance) {
        needs.add(new ScoringInput.Need(id(number), importance));
        return this;
    }

    /** Of the need named last. */
    public MapSketch asked(SurveyAnswers answers) {
        needs.add(needs.removeLast().asked(answers));
        return this;
    }

    public MapSketch in(String dimension, int number) {
        needs.add(new ScoringInput.Need(id(number), null, dimension, SurveyAnswers.NONE));
        return this;
    }

    public MapSketch rated(int need, UUID provider, long... counts) {
        frequencies.put(new ScoringInput.CellKey(provider, id(need)), Frequencies.of(scale, counts));
        return this;
    }

    public MapSketch pairs(int need, PairSums sums) {
        pairs.put(id(need), sums);
        return this;
    }

    public MapSketch joint(JointSums sums) {
        joint = sums;
        return this;
    }

    public MapSketch concluded(UUID provider, Map<BigDecimal, Long> counts) {
        outcomes.put(provider, new OutcomeCounts(counts));
        return this;
    }

    public MapSketch with(ScoringSettings chosen) {
        settings = chosen;
        return this;
    }

    public ScoringInput input() {
        return new ScoringInput(scale, settings, needs, OWN, competitors, frequencies, pairs, joint, outcomes);
    }

    public ScoringResult score() {
        return Scoring.score(input());
    }

    /** The score of the first need. */
    public NeedScore first() {
        return score().needs().getFirst();
    }
}
