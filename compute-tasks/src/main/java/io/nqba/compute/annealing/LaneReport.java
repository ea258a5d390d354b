package io.nqba.compute.annealing;

import io.nqba.model.annealing.NodeShare;

/** What one node reports of the workers it played in a round. Crosses the grid wire. */
final class LaneReport {
    private final NodeShare share;
    private final int[] lanes;
    private final long millis;

    /**
     * @param share what the node did
     * @param lanes workers whose answers are published
     * @param millis how long its workers searched, from the first to the last, milliseconds
     */
    LaneReport(NodeShare share, int[] lanes, long millis) {
        this.share = share;
        this.lanes = lanes;
        this.millis = millis;
    }

    NodeShare share() {
        return share;
    }

    int[] lanes() {
        return lanes;
    }

    long millis() {
        return millis;
    }
}
