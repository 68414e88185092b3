package dev.waymark.devstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Ports nobody listens on at the moment; whoever takes one must do so soon. They lie below those that operating
 * systems give to outgoing connections (32768 and up on Linux, 49152 and up elsewhere): of those, the first
 * connections of what has already started could take one before its user has.
 */
public final class FreePort {
    private static final int FIRST = 12_000;
    private static final int END = 32_768;
    // No port twice within a process, whoever is slow to take his; processes at once start at different places.
    private static final AtomicInteger TURN =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(END - FIRST));

    private FreePort() {}

    /** @throws IllegalStateException if somebody listens on each of them */
    public static int any() {
        return IntStream.range(FIRST, END)
                .map(turn -> FIRST + Math.floorMod(TURN.getAndIncrement(), END - FIRST))
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No port from %d to %d is free".formatted(FIRST, END)));
    }

    static int orAny(int port) {
        return port == 0 ? any() : port;
    }

    /** Whether one may listen on it, both at this machine's own address and at all: systems differ in what clashes. */
    public static boolean isFree(int port) {
        return canListen(port, InetAddress.getLoopbackAddress()) && canListen(port, null);
    }

    private static boolean canListen(int port, InetAddress address) {
        try (var socket = new ServerSocket(port, 1, address)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
