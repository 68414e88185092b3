package dev.waymark.journey.journey;

import dev.waymark.document.Element;
import dev.waymark.document.Elements;
import dev.waymark.journey.map.Stage;
import dev.waymark.journey.map.Step;
import java.util.ArrayList;
import java.util.List;

/** What is said of a journey, as it stands in the {@code content} column. */
record JourneyContent(String name, String scenario, List<Stage> stages) {

    /**
     * Takes over the ids of the present elements. They are looked for in the whole journey, so that a step that moves to
     * another stage stays the same step.
     */
    static JourneyContent of(JourneyDraft draft, List<Stage> present) {
        var steps = steps(present);
        var touchpoints =
                steps.stream().flatMap(step -> step.touchpoints().stream()).toList();
        var stages = Elements.settle(draft.stages(), present).stream()
                .map(stage -> stage.withSteps(Elements.settle(stage.steps(), steps).stream()
                        .map(step -> step.withTouchpoints(Elements.settle(step.touchpoints(), touchpoints)))
                        .toList()))
                .toList();
        var content = new JourneyContent(draft.name(), draft.scenario(), stages);
        Elements.requireUnique(content.elements());
        return content;
    }

    /** Stages, steps and touchpoints. */
    List<Element<?>> elements() {
        var elements = new ArrayList<Element<?>>(stages);
        for (var step : steps(stages)) {
            elements.add(step);
            elements.addAll(step.touchpoints());
        }
        return elements;
    }

    private static List<Step> steps(List<Stage> stages) {
        return stages.stream().flatMap(stage -> stage.steps().stream()).toList();
    }
}
