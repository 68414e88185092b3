package dev.waymark.persona.neighbour;

import dev.waymark.inbound.Neighbour;
import java.util.UUID;

/** What this service reads of a journey map. */
@Neighbour.Kind("journey")
public record KnownJourney(UUID personaId, String name, String status) implements Neighbour {}
