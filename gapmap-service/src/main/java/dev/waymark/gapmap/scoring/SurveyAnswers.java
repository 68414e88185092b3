package dev.waymark.gapmap.scoring;

/**
 * What respondents were asked of a need beside ratings of it, over all responses, whichever the provider.
 *
 * @param importance how important it is to them; null if nobody was asked
 * @param expected which level they expect, on the scale of the ratings; null if nobody was asked
 * @param kano null if nobody was asked
 */
public record SurveyAnswers(Frequencies importance, Frequencies expected, KanoCounts kano) {

    public static final SurveyAnswers NONE = new SurveyAnswers(null, null, null);
}
