package io.nqba.console.platform;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The grid as operators see it.
 *
 * @param clusterState ACTIVE, ACTIVE_READ_ONLY or INACTIVE
 * @param topologyVersion changes with every join and leave
 * @param at when this was true
 * @param nodes server nodes, oldest first
 * @param caches caches by name
 */
public record GridStatusView(
        String clusterState, long topologyVersion, Instant at, List<Node> nodes, List<Cache> caches) {
    public GridStatusView {
        nodes = List.copyOf(nodes);
        caches = List.copyOf(caches);
    }

    /**
     * One server node.
     *
     * @param id identifier of this start of the node
     * @param consistentId identifier that survives restarts
     * @param addresses addresses, comma-separated
     * @param coordinator whether it coordinates membership
     * @param cpuLoad share of the processors in use, 0..1; null when unknown
     * @param offHeapBytes memory of the data regions in use, bytes
     * @param primaryPartitions primary partitions of the reading cache
     * @param activeJobs compute jobs running now
     */
    public record Node(
            String id,
            String consistentId,
            String addresses,
            boolean coordinator,
            Instant startedAt,
            int cpus,
            @Nullable Double cpuLoad,
            long heapUsedBytes,
            long heapMaxBytes,
            long offHeapBytes,
            int primaryPartitions,
            int activeJobs) {}

    /**
     * One cache.
     *
     * @param rows primary rows
     * @param bytes off-heap memory, bytes
     * @param partitions partitions; 1 for a replicated cache
     * @param backups copies beside the primary one
     * @param replicated whether every node has all rows
     * @param lostPartitions partitions without any owner
     */
    public record Cache(
            String name, long rows, long bytes, int partitions, int backups, boolean replicated, int lostPartitions) {}
}
