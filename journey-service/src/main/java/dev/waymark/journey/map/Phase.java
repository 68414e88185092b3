package dev.waymark.journey.map;

/** Where in the customer's life with the company a stage lies; from ONBOARDING on it is after the purchase. */
public enum Phase {
    TRIGGER,
    AWARENESS,
    CONSIDERATION,
    EVALUATION,
    PURCHASE,
    ONBOARDING,
    USAGE,
    SUPPORT,
    RENEWAL,
    UPGRADE,
    ADVOCACY,
    EXIT
}
