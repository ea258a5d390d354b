package io.nqba.compute.optimisation;

import java.util.UUID;
import org.apache.ignite.binary.BinaryObject;

/** What one node reports in a sweep: for which partitions it answered, and the sum of their answers. Crosses the grid wire. */
final class PartitionReport {
    private final UUID nodeId;
    private final int[] partitions;
    private final long items;
    private final long fingerprint;
    private final BinaryObject tally;

    /**
     * @param nodeId node that answered
     * @param partitions partitions summed, each once
     * @param items subproblems summed
     * @param fingerprint sum of the fingerprints of those partitions' data
     * @param tally the sum, as it crosses the wire, so that its size can be told
     */
    PartitionReport(UUID nodeId, int[] partitions, long items, long fingerprint, BinaryObject tally) {
        this.nodeId = nodeId;
        this.partitions = partitions;
        this.items = items;
        this.fingerprint = fingerprint;
        this.tally = tally;
    }

    UUID nodeId() {
        return nodeId;
    }

    int[] partitions() {
        return partitions;
    }

    long items() {
        return items;
    }

    long fingerprint() {
        return fingerprint;
    }

    /** Returns the marshalled size of the sum, bytes. */
    int bytes() {
        return tally.size();
    }

    <T extends Tally<T>> T tally() {
        return tally.deserialize();
    }
}
