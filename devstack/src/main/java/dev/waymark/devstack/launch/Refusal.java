package dev.waymark.devstack.launch;

/** Why a command cannot be done, in words for whoever typed it; shown without a stack trace. */
public final class Refusal extends RuntimeException {
    public Refusal(String sentence) {
        super(sentence);
    }
}
