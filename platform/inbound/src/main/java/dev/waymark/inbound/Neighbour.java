package dev.waymark.inbound;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;

/** What a service reads of another service's aggregate: a record that declares just those fields. */
public interface Neighbour {

    /** The persona it is about; for a persona, itself. */
    UUID personaId();

    /** The key that callers may refer to it by; null if it has none, or if this service does not read it. */
    default String externalKey() {
        return null;
    }

    /** Which aggregate: {@code persona}, {@code journey} or {@code gap-map}, as in the types of its events. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Kind {
        String value();
    }
}
