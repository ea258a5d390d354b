package io.nqba.model.grid;

import java.nio.file.Path;

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
     * @throws io.nqba.model.error.NqbaException when it cannot start: port, directory, memory, JDK
     */
    RunningNode start(Path workDirectory, boolean inMemory);

    /** A started node. Closing it leaves the grid cleanly and returns when the node is down. */
    interface RunningNode extends AutoCloseable {
        /** Returns {@code host:port} for thin clients and JDBC. */
        String clientAddress();

        /** Returns {@code host:port} at which further nodes join. */
        String discoveryAddress();

        @Override
        void close();
    }
}
