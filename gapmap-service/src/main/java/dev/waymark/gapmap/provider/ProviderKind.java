package dev.waymark.gapmap.provider;

/** Whether a provider is the company itself or one of its competitors. */
public enum ProviderKind {
    OWN,
    COMPETITOR
}
