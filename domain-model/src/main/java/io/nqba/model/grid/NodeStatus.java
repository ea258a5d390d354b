package io.nqba.model.grid;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One server node as operators see it. */
public final class NodeStatus {
    private final String nodeId;

    private final String consistentId;

    private final String addresses;

    private final boolean coordinator;

    private final long startedMillis;

    private final int cpus;

    private final double cpuLoad;

    private final long heapUsedBytes;

    private final long heapMaxBytes;

    private final long offHeapBytes;

    private final int primaryPartitions;

    private final int activeJobs;

    /**
     * @param nodeId identifier of this start of the node
     * @param consistentId identifier that survives restarts
     * @param addresses addresses, comma-separated
     * @param coordinator whether it coordinates membership
     * @param startedMillis when it started, epoch milliseconds
     * @param cpus processors
     * @param cpuLoad share of the processors in use, 0..1; negative when unknown
     * @param heapUsedBytes heap in use, bytes
     * @param heapMaxBytes largest heap, bytes
     * @param offHeapBytes memory of the data regions in use, bytes
     * @param primaryPartitions primary partitions of the reading cache
     * @param activeJobs compute jobs running now
     */
    public NodeStatus(
            String nodeId,
            String consistentId,
            String addresses,
            boolean coordinator,
            long startedMillis,
            int cpus,
            double cpuLoad,
            long heapUsedBytes,
            long heapMaxBytes,
            long offHeapBytes,
            int primaryPartitions,
            int activeJobs) {
        this.nodeId = nodeId;
        this.consistentId = consistentId;
        this.addresses = addresses;
        this.coordinator = coordinator;
        this.startedMillis = startedMillis;
        this.cpus = cpus;
        this.cpuLoad = cpuLoad;
        this.heapUsedBytes = heapUsedBytes;
        this.heapMaxBytes = heapMaxBytes;
        this.offHeapBytes = offHeapBytes;
        this.primaryPartitions = primaryPartitions;
        this.activeJobs = activeJobs;
    }

    public String nodeId() {
        return nodeId;
    }

    public String consistentId() {
        return consistentId;
    }

    public String addresses() {
        return addresses;
    }

    public boolean coordinator() {
        return coordinator;
    }

    public long startedMillis() {
        return startedMillis;
    }

    public int cpus() {
        return cpus;
    }

    public double cpuLoad() {
        return cpuLoad;
    }

    public long heapUsedBytes() {
        return heapUsedBytes;
    }

    public long heapMaxBytes() {
        return heapMaxBytes;
    }

    public long offHeapBytes() {
        return offHeapBytes;
    }

    public int primaryPartitions() {
        return primaryPartitions;
    }

    public int activeJobs() {
        return activeJobs;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NodeStatus that
                && nodeId.equals(that.nodeId)
                && consistentId.equals(that.consistentId)
                && addresses.equals(that.addresses)
                && coordinator == that.coordinator
                && startedMillis == that.startedMillis
                && cpus == that.cpus
                && Double.compare(cpuLoad, that.cpuLoad) == 0
                && heapUsedBytes == that.heapUsedBytes
                && heapMaxBytes == that.heapMaxBytes
                && offHeapBytes == that.offHeapBytes
                && primaryPartitions == that.primaryPartitions
                && activeJobs == that.activeJobs;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                nodeId,
                consistentId,
                addresses,
                coordinator,
                startedMillis,
                cpus,
                cpuLoad,
                heapUsedBytes,
                heapMaxBytes,
                offHeapBytes,
                primaryPartitions,
                activeJobs);
    }

    @Override
    public String toString() {
        return "NodeStatus[%s, %s, %s, %s, %s]".formatted(nodeId, consistentId, addresses, coordinator, startedMillis);
    }
}
