package dev.waymark.gapmap.scoring.method;

import dev.waymark.gapmap.scoring.OutcomeThresholds;
import dev.waymark.gapmap.scoring.ProviderOutcome;

/** A formula for what respondents concluded of a provider. */
@FunctionalInterface
interface OutcomeMethod {

    /** @param confidence of the interval, between 0 and 1, exclusive */
    OutcomeScore score(ProviderOutcome outcome, OutcomeThresholds thresholds, double confidence);
}
