package dev.waymark.gapmap.scoring.method;

import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringResult;

/** A formula. */
@FunctionalInterface
interface NeedMethod {

    /** One score for each need, in their order, without ranks. */
    MethodResult score(ScoringResult figures, Scale scale);
}
