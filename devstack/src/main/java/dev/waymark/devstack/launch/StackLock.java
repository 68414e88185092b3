package dev.waymark.devstack.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One launcher for each folder. The operating system frees the lock however the launcher ends. */
record StackLock(FileChannel channel, FileLock lock) implements AutoCloseable {
    static Optional<StackLock> tryTake(StackHome home) throws IOException {
        var channel = FileChannel.open(home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new StackLock(channel, lock));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
