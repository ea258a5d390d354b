package io.nqba.compute.finance.strategies;

import io.nqba.model.finance.BacktestTrial;
import java.util.ArrayList;
import java.util.List;

/** What one node made of some combinations. Crosses the grid wire. */
final class TrialReport {
    private final String nodeId;
    private final long fingerprint;
    private final int[] combinations;
    private final ArrayList<BacktestTrial> trials;

    /**
     * @param nodeId node that played
     * @param fingerprint of the prices it played on
     * @param combinations which ones
     * @param trials their results in the same order
     */
    TrialReport(String nodeId, long fingerprint, int[] combinations, List<BacktestTrial> trials) {
        this.nodeId = nodeId;
        this.fingerprint = fingerprint;
        this.combinations = combinations;
        this.trials = new ArrayList<>(trials);
    }

    String nodeId() {
        return nodeId;
    }

    long fingerprint() {
        return fingerprint;
    }

    int[] combinations() {
        return combinations;
    }

    List<BacktestTrial> trials() {
        return trials;
    }
}
