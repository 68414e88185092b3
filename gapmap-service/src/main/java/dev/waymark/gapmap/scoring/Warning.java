package dev.waymark.gapmap.scoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something a reader of the figures must know.
 *
 * @param code for programs
 * @param message for people: a sentence
 */
@Schema(description = "Something a reader of the figures must know")
public record Warning(
        @Schema(required = true, description = "For programs")
        Code code,

        @Schema(required = true, description = "For people: a sentence")
        String message) {

    /** What there is to warn of. */
    public enum Code {
        /** The chosen source knows no importance of this need. */
        IMPORTANCE_UNKNOWN("The importance of this need is not known, so its value gap and its class are not either."),
        /** The derived or surveyed importance of this need rests on fewer responses than minResponses. */
        IMPORTANCE_FROM_FEW_RESPONSES("The importance of this need rests on too few responses to rely on."),
        /** The ratings of no need go up with the outcome. */
        NO_DERIVED_IMPORTANCE("No need's ratings go up with the outcome, so no importance can be derived."),
        /** The needs' ratings and the outcome have no correlations, or such as nothing follows from. */
        NO_RELATIVE_WEIGHTS(
                "There are no relative weights: too few responses have the outcome and ratings of two needs,"
                        + " or some needs are always rated alike."),
        /** Importance as respondents rate it is asked for, but none of them has said it. */
        SURVEYED_IMPORTANCE_UNKNOWN("No respondent has said how important a need is, so no importance is known:"
                + " no value gap and no class either."),
        /** Enough responses, but the difference to the best competitor has no test. */
        COMPARISON_UNDEFINED("The difference to the best competitor cannot be tested:"
                + " a side has a single rating, or all ratings of each side are the same.");

        private final String message;

        Code(String message) {
            this.message = message;
        }
    }

    static Warning of(Code code) {
        return new Warning(code, code.message);
    }
}
