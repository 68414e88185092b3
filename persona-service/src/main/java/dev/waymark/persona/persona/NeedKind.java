package dev.waymark.persona.persona;

/** What a need is about: getting something done, feeling something, or how one is seen. */
public enum NeedKind {
    FUNCTIONAL,
    EMOTIONAL,
    SOCIAL
}
