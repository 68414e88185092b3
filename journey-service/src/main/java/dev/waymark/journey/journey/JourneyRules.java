package dev.waymark.journey.journey;

import dev.waymark.content.Reference;
import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails.Violation;
import dev.waymark.journey.map.FunnelStage;
import dev.waymark.journey.map.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the parts of a journey map owe each other, once all references name ids. */
final class JourneyRules {

    private static final double ROUNDING = 1e-9;

    private final JourneyDraft content;
    private final List<Violation> errors = new ArrayList<>();

    private JourneyRules(JourneyDraft content) {
        this.content = content;
    }

    /**
     * @throws Problem 422 if transitions or entry points name other things than steps, or a stage something else than a
     *     stage of the funnel; 400 if probabilities or shares sum up to more than 1, or a need is named twice in a place
     */
    static void check(JourneyDraft content) {
        var rules = new JourneyRules(content);
        rules.stepsAreSteps();
        rules.funnelStagesAreOfTheFunnel();
        rules.probabilitiesLeaveOneAtMost();
        rules.sharesMakeOneAtMost();
        rules.needsAreNamedOnce();
        if (!rules.errors.isEmpty()) {
            throw Problem.invalid(rules.errors);
        }
    }

    private void stepsAreSteps() {
        var steps = content.stages().stream()
                .flatMap(stage -> stage.steps().stream())
                .map(Step::id)
                .collect(Collectors.toSet());
        for (int i = 0; i < content.transitions().size(); i++) {
            var transition = content.transitions().get(i);
            require(steps, transition.from(), "/transitions/" + i + "/from", "a step of this journey");
            require(steps, transition.to(), "/transitions/" + i + "/to", "a step of this journey");
        }
        for (int i = 0; i < content.entryPoints().size(); i++) {
            var entry = content.entryPoints().get(i);
            require(steps, entry.stepId(), "/entryPoints/" + i + "/stepId", "a step of this journey");
        }
    }

    private void funnelStagesAreOfTheFunnel() {
        var funnel = content.funnel().stream().map(FunnelStage::id).collect(Collectors.toSet());
        for (int i = 0; i < content.stages().size(); i++) {
            var funnelStage = content.stages().get(i).funnelStage();
            if (funnelStage != null) {
                require(funnel, funnelStage, "/stages/" + i + "/funnelStage", "a stage of this journey's funnel");
            }
        }
    }

    private void probabilitiesLeaveOneAtMost() {
        var sums = new HashMap<UUID, Double>();
        for (int i = 0; i < content.transitions().size(); i++) {
            var transition = content.transitions().get(i);
            var from = transition.from().id();
            refuseBeyondOne(sums, from, transition.probability(), "/transitions/" + i + "/probability");
        }
    }

    private void sharesMakeOneAtMost() {
        var sums = new HashMap<UUID, Double>();
        for (int i = 0; i < content.entryPoints().size(); i++) {
            var share = content.entryPoints().get(i).share();
            refuseBeyondOne(sums, null, share, "/entryPoints/" + i + "/share");
        }
    }

    private void refuseBeyondOne(Map<UUID, Double> sums, UUID of, double part, String pointer) {
        var sum = sums.merge(of, part, Double::sum);
        if (sum > 1 + ROUNDING && sum - part <= 1 + ROUNDING) {
            errors.add(new Violation(pointer, "makes the sum " + sum + "; it is 1 at most"));
        }
    }

    private void needsAreNamedOnce() {
        for (int i = 0; i < content.stages().size(); i++) {
            var stage = content.stages().get(i);
            needsAreNamedOnce(stage.needIds(), "/stages/" + i);
            for (int j = 0; j < stage.steps().size(); j++) {
                needsAreNamedOnce(stage.steps().get(j), "/stages/" + i + "/steps/" + j);
            }
        }
    }

    private void needsAreNamedOnce(Step step, String pointer) {
        needsAreNamedOnce(step.needIds(), pointer);
        for (int i = 0; i < step.touchpoints().size(); i++) {
            var pieces = step.touchpoints().get(i).content();
            for (int j = 0; j < pieces.size(); j++) {
                needsAreNamedOnce(pieces.get(j).needIds(), pointer + "/touchpoints/" + i + "/content/" + j);
            }
        }
    }

    private void needsAreNamedOnce(List<Reference> needIds, String pointer) {
        var seen = new HashSet<Reference>();
        for (int i = 0; i < needIds.size(); i++) {
            if (!seen.add(needIds.get(i))) {
                errors.add(new Violation(pointer + "/needIds/" + i, "names a need that is named before"));
            }
        }
    }

    private static void require(Set<UUID> among, Reference reference, String pointer, String what) {
        if (!among.contains(reference.id())) {
            throw Problem.unknownReference(pointer, reference + " is not " + what + ".");
        }
    }
}
