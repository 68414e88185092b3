package dev.waymark.workspace;

/**
 * Who is asking, and for which workspace. Everything read or written belongs to that workspace.
 *
 * @param actor the token's subject, or {@code service:<name>} for what a service does by itself
 */
public record Caller(String workspace, String actor) {

    /** The identity under which events of other services are taken in. */
    public static Caller service(String workspace, String name) {
        return new Caller(workspace, "service:" + name);
    }
}
