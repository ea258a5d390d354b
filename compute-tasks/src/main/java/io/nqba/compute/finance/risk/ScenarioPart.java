package io.nqba.compute.finance.risk;

import java.util.UUID;

/** Profits on the days of some blocks. Crosses the grid wire. */
final class ScenarioPart {
    private final UUID nodeId;
    private final int[] blocks;
    private final double[][][] profits;
    private final double[][] uncovered;

    /**
     * @param nodeId node that did the work
     * @param blocks blocks valued
     * @param profits shape {@code [blocks][holdings][days]}
     * @param uncovered money without a price, shape {@code [blocks][days]}
     */
    ScenarioPart(UUID nodeId, int[] blocks, double[][][] profits, double[][] uncovered) {
        this.nodeId = nodeId;
        this.blocks = blocks;
        this.profits = profits;
        this.uncovered = uncovered;
    }

    UUID nodeId() {
        return nodeId;
    }

    int[] blocks() {
        return blocks;
    }

    double[][][] profits() {
        return profits;
    }

    double[][] uncovered() {
        return uncovered;
    }
}
