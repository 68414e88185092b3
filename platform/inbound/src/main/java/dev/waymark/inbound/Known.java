package dev.waymark.inbound;

import java.util.UUID;

/**
 * One aggregate of another service, as last told.
 *
 * @param data null if it has been deleted
 */
public record Known<T extends Neighbour>(UUID id, int version, T data) {

    public boolean deleted() {
        return data == null;
    }
}
