package io.nqba.compute.annealing;

import io.nqba.model.annealing.NodeShare;
import org.jspecify.annotations.Nullable;

/** What one node reports of a round: figures, and where its answers lie. Crosses the grid wire. */
final class NodeReport {
    private final NodeShare share;
    private final @Nullable ElitePackKey pack;
    private final long idleMillis;
    private final boolean exhausted;

    /**
     * @param share what the node did
     * @param pack where its answers lie; null while it has none
     * @param idleMillis time of the round in which its workers did not search, on average, milliseconds
     * @param exhausted whether its workers have tried everything there is
     */
    NodeReport(NodeShare share, @Nullable ElitePackKey pack, long idleMillis, boolean exhausted) {
        this.share = share;
        this.pack = pack;
        this.idleMillis = idleMillis;
        this.exhausted = exhausted;
    }

    /** Returns this report with another count of bytes. */
    NodeReport withBytes(long bytes) {
        var counted = new NodeShare(
                share.nodeId(),
                share.nodeName(),
                share.workers(),
                share.value(),
                share.proposals(),
                share.flips(),
                share.searchMillis(),
                bytes);
        return new NodeReport(counted, pack, idleMillis, exhausted);
    }

    NodeShare share() {
        return share;
    }

    @Nullable
    ElitePackKey pack() {
        return pack;
    }

    long idleMillis() {
        return idleMillis;
    }

    boolean exhausted() {
        return exhausted;
    }
}
