package dev.waymark.chaos;

import java.util.List;

/** What is not as it should be, a line each. */
record Findings(List<String> lost, List<String> duplicated, List<String> reordered, List<String> diverged) {

    boolean isEmpty() {
        return lost.isEmpty() && duplicated.isEmpty() && reordered.isEmpty() && diverged.isEmpty();
    }
}
