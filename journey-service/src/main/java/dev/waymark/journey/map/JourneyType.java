package dev.waymark.journey.map;

/** Whether a map shows what customers go through, or what they shall go through. */
public enum JourneyType {
    AS_IS,
    TO_BE
}
