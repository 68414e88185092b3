package dev.waymark.gapmap.scoring;

import java.util.UUID;

/** What respondents concluded of one provider. */
public record ProviderOutcome(UUID providerId, OutcomeCounts counts) {}
