package dev.waymark.devstack.launch;

/** What one word after {@code ./waymark} does. */
@FunctionalInterface
public interface Command {
    /** Returns the exit code; a {@link Refusal} is for what the caller can put right himself. */
    int run(Arguments arguments) throws Exception;
}
