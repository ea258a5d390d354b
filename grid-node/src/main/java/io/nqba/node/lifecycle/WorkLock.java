package io.nqba.node.lifecycle;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proof that no other process runs a node of this name on this directory. The system lets go of it when the process
 * dies, however it dies. Ignite has such a lock too, but takes it late and reports it as an internal error.
 */
final class WorkLock implements AutoCloseable {
    private final FileChannel channel;

    private WorkLock(FileChannel channel) {
        this.channel = channel;
    }

    static WorkLock take(Path directory, String nodeName) {
        Path file = directory.resolve(nodeName + ".lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw taken(directory, nodeName);
            }
            return new WorkLock(channel);
        } catch (IOException e) {
            throw new NqbaException(
                    ErrorCode.UNREADABLE_DIRECTORY,
                    "The lock file (%s) cannot be written: %s.".formatted(file, e.getMessage()),
                    "Set NQBA_WORK to a directory this user can write to.",
                    List.of(),
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private static NqbaException taken(Path directory, String nodeName) {
        return new NqbaException(
                ErrorCode.UNREADABLE_DIRECTORY,
                "The NQBA_WORK (%s) is in use by a running node of this name (%s).".formatted(directory, nodeName),
                "Stop that node, or set NQBA_WORK or NQBA_NODE_NAME to another one.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
