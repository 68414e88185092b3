package dev.waymark.content;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** A content of the tests' own: elements within elements that refer to each other, and to shelves elsewhere. */
@JsonIgnoreProperties({"id", "version"})
record Story(
        String externalKey,
        @NotBlank String name,
        List<@NotNull @Valid Need> needs,
        List<@NotNull @Valid Stage> stages,
        List<@NotNull @Valid Transition> transitions,
        List<@NotNull @Valid Evidence> evidence,
        Reference shelfId,
        List<String> tags)
        implements Content {

    @Override
    public String owner() {
        return null;
    }

    Story {
        needs = needs == null ? List.of() : needs;
        stages = stages == null ? List.of() : stages;
        transitions = transitions == null ? List.of() : transitions;
        evidence = evidence == null ? List.of() : evidence;
        tags = tags == null ? List.of() : tags;
    }

    record Need(UUID id, String key, @NotBlank String statement) {}

    record Stage(UUID id, String key, String name, List<@NotNull @Valid Step> steps) {
        Stage {
            steps = steps == null ? List.of() : steps;
        }
    }

    record Step(UUID id, String key, String name, List<Reference> needIds) {
        Step {
            needIds = needIds == null ? List.of() : needIds;
        }
    }

    record Transition(UUID id, String key, Reference from, Reference to) {}
}
