package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.BoostingSettings;

/** How many trees of which depth. Crosses the grid wire. */
final class TreeShape {
    private final int trees;
    private final int depth;

    TreeShape(int trees, int depth) {
        this.trees = trees;
        this.depth = depth;
    }

    int trees() {
        return trees;
    }

    int depth() {
        return depth;
    }

    BoostingSettings settings(long seed) {
        return new BoostingSettings(trees, depth, 0.06, 1, 2, 0.7, 0.5, seed);
    }

    @Override
    public String toString() {
        return "%d trees of depth %d".formatted(trees, depth);
    }
}
