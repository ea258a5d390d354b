package io.nqba.compute.optimisation;

/** The rows of one partition, made ready for a run on the node that owns them. Thread-safe. */
public interface PartitionRows {
    /** Returns how many rows or subproblems there are. */
    int items();

    /**
     * Returns a fingerprint of the data: equal data has equal fingerprints on every node, and the fingerprints of groups add up.
     */
    long fingerprint();
}
