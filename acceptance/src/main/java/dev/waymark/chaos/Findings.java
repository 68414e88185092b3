package dev.waymark.chaos;

import java.util.List;

/** What is not as it should be, a line each. */
record Findings(List<String> lost, List<String> duplicated, List<String> reordered, List<String> diverged) {

    int count() {
        return lost.size() + duplicated.size() + reordered.size() + diverged.size();
    }

    boolean isEmpty() {
        return count() == 0;
    }
}
