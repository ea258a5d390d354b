package io.nqba.model.grid;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Starts a grid node inside this JVM. The console finds the implementation by {@link java.util.ServiceLoader} when
 * grid-node is on its runtime class path, starts it, and from then on talks to it by thin client as to any other node.
 */
public interface EmbeddedNode {
    /**
     * Starts the node and makes the grid active. Loopback only.
     *
     * @param workDirectory where persistent data and logs go; created when missing
     * @param inMemory true when nothing shall be kept after the stop
     * @param dataDirectory data sets to load at the first start; null makes demo data
     * @throws io.nqba.model.error.NqbaException when it cannot start: port, directory, memory, JDK
     */
    RunningNode start(Path workDirectory, boolean inMemory, @Nullable Path dataDirectory);

    /** A started node. Closing it leaves the grid cleanly and returns when the node is down. */
    interface RunningNode extends AutoCloseable {
        /** Returns {@code host:port} for thin clients and JDBC. */
        String clientAddress();

        /** Returns {@code host:port} at which further nodes join. */
        String discoveryAddress();

        /** Returns why the node stopped by itself; empty while all is well. For the health of the host process. */
        Optional<String> failure();

        @Override
        void close();
    }
}
