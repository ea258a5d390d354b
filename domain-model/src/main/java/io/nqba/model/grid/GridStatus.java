package io.nqba.model.grid;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The grid as operators see it. */
public final class GridStatus {
    private final String clusterState;

    private final long topologyVersion;

    private final long atMillis;

    private final List<NodeStatus> nodes;

    private final List<CacheStatus> caches;

    /**
     * @param clusterState ACTIVE, ACTIVE_READ_ONLY or INACTIVE
     * @param topologyVersion changes with every join and leave
     * @param atMillis when this was true, epoch milliseconds
     * @param nodes server nodes, oldest first
     * @param caches caches by name
     */
    public GridStatus(
            String clusterState,
            long topologyVersion,
            long atMillis,
            List<NodeStatus> nodes,
            List<CacheStatus> caches) {
        this.clusterState = clusterState;
        this.topologyVersion = topologyVersion;
        this.atMillis = atMillis;
        this.nodes = List.copyOf(nodes);
        this.caches = List.copyOf(caches);
    }

    public String clusterState() {
        return clusterState;
    }

    public long topologyVersion() {
        return topologyVersion;
    }

    public long atMillis() {
        return atMillis;
    }

    public List<NodeStatus> nodes() {
        return nodes;
    }

    public List<CacheStatus> caches() {
        return caches;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GridStatus that
                && clusterState.equals(that.clusterState)
                && topologyVersion == that.topologyVersion
                && atMillis == that.atMillis
                && nodes.equals(that.nodes)
                && caches.equals(that.caches);
    }

    @Override
    public int hashCode() {
        return Objects.hash(clusterState, topologyVersion, atMillis, nodes, caches);
    }

    @Override
    public String toString() {
        return "GridStatus[%s, %s, %s, %s, %s]".formatted(clusterState, topologyVersion, atMillis, nodes, caches);
    }
}
