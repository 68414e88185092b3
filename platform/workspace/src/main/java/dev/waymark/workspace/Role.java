package dev.waymark.workspace;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What a caller may do in a workspace; each role includes the ones before it. */
public enum Role {
    VIEWER,
    EDITOR,
    ADMIN;

    /** Names for {@code @RolesAllowed}. */
    public static final String VIEW = "viewer";

    public static final String EDIT = "editor";
    public static final String ADMINISTER = "admin";

    static Optional<Role> of(String name) {
        return Arrays.stream(values()).filter(r -> r.label().equals(name)).findFirst();
    }

    /** This role and all weaker ones. */
    Stream<Role> included() {
        return Arrays.stream(values()).filter(role -> role.compareTo(this) <= 0);
    }

    String label() {
        return switch (this) {
            case VIEWER -> VIEW;
            case EDITOR -> EDIT;
            case ADMIN -> ADMINISTER;
        };
    }
}
