package dev.waymark.document;

import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The rules of elements: matched by id, then by key; unique in their document. */
public final class Elements {

    private Elements() {}

    /**
     * Gives every incoming element its id: its own, that of the present element with its key, or a new one. So a caller
     * that knows only keys can replace a document without orphaning what refers to its elements.
     */
    public static <E extends Element<E>> List<E> settle(List<E> incoming, List<E> present) {
        var settled = new ArrayList<E>();
        for (var element : incoming == null ? List.<E>of() : incoming) {
            settled.add(element.withId(idFor(element, present)));
        }
        return List.copyOf(settled);
    }

    /** The present element that an incoming one replaces, for its children to be matched with; null if it is new. */
    public static <E extends Element<E>> E counterpart(E incoming, List<E> present) {
        var byId = present.stream().filter(e -> e.id().equals(incoming.id())).findFirst();
        if (byId.isPresent() || incoming.key() == null) {
            return byId.orElse(null);
        }
        return present.stream()
                .filter(e -> incoming.key().equals(e.key()))
                .findFirst()
                .orElse(null);
    }

    /** @throws Problem 400 if two elements of a document have the same id or the same key */
    public static void requireUnique(Collection<? extends Element<?>> elements) {
        var ids = new HashSet<UUID>();
        var keys = new HashSet<String>();
        var errors = new ArrayList<ProblemDetails.Violation>();
        for (var element : elements) {
            if (!ids.add(element.id())) {
                errors.add(new ProblemDetails.Violation("", "two elements have the id " + element.id()));
            }
            if (element.key() != null && !keys.add(element.key())) {
                errors.add(new ProblemDetails.Violation("", "two elements have the key '" + element.key() + "'"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /** The ids of the elements that were added, changed or removed. */
    static List<UUID> changed(Collection<? extends Element<?>> before, Collection<? extends Element<?>> after) {
        Map<UUID, Element<?>> old = new LinkedHashMap<>();
        before.forEach(e -> old.put(e.id(), e));
        Set<UUID> changed = new LinkedHashSet<>();
        for (var element : after) {
            if (!element.equals(old.remove(element.id()))) {
                changed.add(element.id());
            }
        }
        changed.addAll(old.keySet());
        return List.copyOf(changed);
    }

    private static <E extends Element<E>> UUID idFor(E element, List<E> present) {
        var counterpart = counterpart(element, present);
        if (counterpart != null) {
            return counterpart.id();
        }
        return element.id() == null ? Ids.next() : element.id();
    }
}
