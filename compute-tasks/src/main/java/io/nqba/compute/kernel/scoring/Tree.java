package io.nqba.compute.kernel.scoring;

import java.util.Arrays;

/**
 * One tree, its nodes numbered like a heap: the children of node k are 2k + 1 (at most the edge) and 2k + 2 (above it). Immutable once
 * grown.
 */
final class Tree {
    private static final int LEAF = -1;

    private final int[] features;
    private final float[] edges;
    private final int[] bins;
    private final boolean[] missingBelow;
    private final double[] values;

    Tree(int depth) {
        int nodes = (2 << depth) - 1;
        features = new int[nodes];
        Arrays.fill(features, LEAF);
        edges = new float[nodes];
        bins = new int[nodes];
        missingBelow = new boolean[nodes];
        values = new double[nodes];
    }

    /** A tree that was grown before; it tells values apart, not bins. */
    Tree(int[] features, float[] edges, boolean[] missingBelow, double[] values) {
        this.features = features;
        this.edges = edges;
        this.bins = new int[0];
        this.missingBelow = missingBelow;
        this.values = values;
    }

    int nodes() {
        return features.length;
    }

    void copyFeatures(int[] into, int at) {
        System.arraycopy(features, 0, into, at, features.length);
    }

    void copyEdges(float[] into, int at) {
        System.arraycopy(edges, 0, into, at, edges.length);
    }

    void copyMissing(boolean[] into, int at) {
        System.arraycopy(missingBelow, 0, into, at, missingBelow.length);
    }

    void copyValues(double[] into, int at) {
        System.arraycopy(values, 0, into, at, values.length);
    }

    void split(int node, int feature, int bin, float edge, boolean missingGoesBelow) {
        features[node] = feature;
        bins[node] = bin;
        edges[node] = edge;
        missingBelow[node] = missingGoesBelow;
    }

    /** Sets what a row is worth that ends in a node, or would if the tree ended there. */
    void value(int node, double value) {
        values[node] = value;
    }

    boolean leaf(int node) {
        return features[node] == LEAF;
    }

    int feature(int node) {
        return features[node];
    }

    /** Returns the child of a split node for a row given by its bin. */
    int child(int node, int bin) {
        boolean below = bin == 0 ? missingBelow[node] : bin <= bins[node];
        return 2 * node + (below ? 1 : 2);
    }

    private int child(int node, float value) {
        boolean below = Float.isNaN(value) ? missingBelow[node] : value <= edges[node];
        return 2 * node + (below ? 1 : 2);
    }

    double value(int node) {
        return values[node];
    }

    double score(float[] row) {
        int node = 0;
        while (features[node] != LEAF) {
            node = child(node, row[features[node]]);
        }
        return values[node];
    }

    /** Adds to each feature what its splits change on the way to the row's leaf; returns the value at the root. */
    double explain(float[] row, double[] contributions) {
        int node = 0;
        while (features[node] != LEAF) {
            int next = child(node, row[features[node]]);
            contributions[features[node]] += values[next] - values[node];
            node = next;
        }
        return values[0];
    }
}
