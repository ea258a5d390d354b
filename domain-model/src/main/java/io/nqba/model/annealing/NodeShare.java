package io.nqba.model.annealing;

import io.nqba.model.error.Require;

/**
 * What one node did in one round of an annealing run. Crosses the grid wire inside {@link AnnealingRound}.
 */
public final class NodeShare {
    private final String nodeId;
    private final String nodeName;
    private final int workers;
    private final double value;
    private final long proposals;
    private final long flips;
    private final long searchMillis;
    private final long bytes;

    /**
     * @param nodeId id of the node
     * @param nodeName name of the node, for people
     * @param workers workers that searched, one thread each
     * @param value objective of the best answer that its workers know; NaN when they know none
     * @param proposals flips proposed in the round
     * @param flips flips made in the round
     * @param searchMillis time its workers searched, milliseconds
     * @param bytes bytes of the elites and figures it sent and received
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public NodeShare(
            String nodeId,
            String nodeName,
            int workers,
            double value,
            long proposals,
            long flips,
            long searchMillis,
            long bytes) {
        this.nodeId = Require.text("nodeId", nodeId);
        this.nodeName = nodeName;
        this.workers = workers;
        this.value = value;
        this.proposals = proposals;
        this.flips = flips;
        this.searchMillis = searchMillis;
        this.bytes = bytes;
    }

    /** Returns id of the node. */
    public String nodeId() {
        return nodeId;
    }

    /** Returns name of the node, for people. */
    public String nodeName() {
        return nodeName;
    }

    /** Returns workers that searched, one thread each. */
    public int workers() {
        return workers;
    }

    /** Returns objective of the best answer that its workers know; NaN when they know none. */
    public double value() {
        return value;
    }

    /** Returns flips proposed in the round. */
    public long proposals() {
        return proposals;
    }

    /** Returns flips made in the round. */
    public long flips() {
        return flips;
    }

    /** Returns time its workers searched, milliseconds. */
    public long searchMillis() {
        return searchMillis;
    }

    /** Returns bytes of the elites and figures it sent and received. */
    public long bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "NodeShare[%s, %s]".formatted(nodeName, value);
    }
}
