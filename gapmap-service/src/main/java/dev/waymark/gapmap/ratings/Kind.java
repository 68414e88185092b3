package dev.waymark.gapmap.ratings;

import dev.waymark.gapmap.scores.Scales;
import dev.waymark.gapmap.scoring.Scale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of questions; all but the outcome are asked of a need. */
public enum Kind {
    /** How a provider delivers. */
    RATING,
    /** How important it is. */
    IMPORTANCE,
    /** Which level is expected. */
    EXPECTED,
    /** Kano's functional question: how they find it if the need is met. */
    KANO_F,
    /** Kano's dysfunctional question: how they find it if not. */
    KANO_D,
    /** What they conclude. */
    OUTCOME;

    private static final List<String> KANO_ANSWERS = List.of("LIKE", "MUST_BE", "NEUTRAL", "LIVE_WITH", "DISLIKE");
    private static final Scale KANO = Scale.of("1", "5", "1");

    /** Whatever the case; empty if there is none of that name. */
    public static Optional<Kind> named(String text) {
        var name = text.strip().toUpperCase(Locale.ROOT);
        return List.of(values()).stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    /** Whether one provider is meant by it, and not any. */
    public boolean ofProvider() {
        return this == RATING || this == OUTCOME;
    }

    /** Whether its answers are on the scale of ratings. */
    public boolean isLevel() {
        return this == RATING || this == EXPECTED;
    }

    public boolean ofKano() {
        return this == KANO_F || this == KANO_D;
    }

    /** What answers are on; of outcomes there is none. */
    public Scale scale(Scales scales) {
        return switch (this) {
            case RATING, EXPECTED -> scales.ratings();
            case IMPORTANCE -> scales.importance();
            case KANO_F, KANO_D -> KANO;
            case OUTCOME -> throw new IllegalStateException("an outcome is no point of a scale");
        };
    }

    /** Kano's answers in words are as good as 1 (like) to 5 (dislike). */
    public Optional<BigDecimal> number(String text) {
        var word = ofKano() ? KANO_ANSWERS.indexOf(text.strip().toUpperCase(Locale.ROOT)) : -1;
        return word < 0 ? Numbers.parse(text) : Optional.of(BigDecimal.valueOf(word + 1L));
    }
}
