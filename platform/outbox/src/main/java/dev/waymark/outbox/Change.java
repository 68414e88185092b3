package dev.waymark.outbox;

import java.util.List;
import java.util.UUID;

/**
 * One change of one aggregate, to be kept as a revision and told to the others.
 *
 * @param aggregateType {@code persona}, {@code journey}, {@code gap-map} …; decides the topic
 * @param version the version this change produced; rises by one with each change of the aggregate
 * @param type the event's type, {@code persona.updated.v1} say
 * @param data the whole document after the change, without its context; serialised as JSON
 * @param changed the ids of the elements that were added, changed or removed
 */
public record Change(
        String aggregateType, UUID aggregateId, int version, String type, Object data, List<UUID> changed) {}
