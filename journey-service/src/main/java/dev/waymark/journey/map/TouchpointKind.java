package dev.waymark.journey.map;

/** Whether a customer meets a screen, a human being or a thing. */
public enum TouchpointKind {
    DIGITAL,
    HUMAN,
    PHYSICAL
}
