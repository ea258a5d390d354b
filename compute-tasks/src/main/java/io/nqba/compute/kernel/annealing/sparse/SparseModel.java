package io.nqba.compute.kernel.annealing.sparse;

import io.nqba.compute.kernel.annealing.IsingModel;

/**
 * An Ising model with the couplings of each variable side by side: {@code link} holds neighbour and weight in turn, so that a flip
 * walks through one stretch of memory. Immutable.
 */
final class SparseModel {
    private final IsingModel ising;
    private final int[] start;
    private final int[] link;
    private final boolean hasFields;
    private final double typicalField;
    private final double typicalWeight;
    private final long largestReach;

    SparseModel(IsingModel ising) {
        this.ising = ising;
        int size = ising.size();
        int[] degree = ising.degrees();
        this.start = new int[size + 1];
        for (int i = 0; i < size; i++) {
            start[i + 1] = start[i] + 2 * degree[i];
        }
        this.link = new int[start[size]];
        int[] next = start.clone();
        double weights = 0;
        double[] squares = new double[size];
        for (int i = 0; i < size; i++) {
            squares[i] += (double) ising.field()[i] * ising.field()[i];
            for (int k = ising.start()[i]; k < ising.start()[i + 1]; k++) {
                int j = ising.column()[k];
                int weight = ising.weight()[k];
                link[next[i]++] = j;
                link[next[i]++] = weight;
                link[next[j]++] = i;
                link[next[j]++] = weight;
                weights += Math.abs(weight);
                squares[i] += (double) weight * weight;
                squares[j] += (double) weight * weight;
            }
        }
        this.largestReach = largestReach(ising.field(), start, link);
        double fields = 0;
        boolean any = false;
        for (int i = 0; i < size; i++) {
            fields += Math.sqrt(squares[i]);
            any |= ising.field()[i] != 0;
        }
        this.hasFields = any;
        this.typicalField = fields / Math.max(1, size);
        this.typicalWeight = weights / Math.max(1, ising.couplings());
    }

    int size() {
        return ising.size();
    }

    IsingModel ising() {
        return ising;
    }

    /** Returns, per variable, its first index in {@link #link()}; not a copy. */
    int[] start() {
        return start;
    }

    /** Returns neighbour and weight in turn; not a copy. */
    int[] link() {
        return link;
    }

    /** Returns whether a state and its mirror image differ in value. */
    boolean hasFields() {
        return hasFields;
    }

    /** Returns the mean over variables of √(h² + ΣJ²): the local field of a random state. */
    double typicalField() {
        return typicalField;
    }

    /** Returns the mean absolute weight. */
    double typicalWeight() {
        return typicalWeight;
    }

    /** Returns the largest |h| + Σ|J| of a variable. */
    long largestReach() {
        return largestReach;
    }

    private static long largestReach(int[] field, int[] start, int[] link) {
        long largest = 0;
        for (int i = 0; i < field.length; i++) {
            long reach = Math.abs(field[i]);
            for (int k = start[i]; k < start[i + 1]; k += 2) {
                reach += Math.abs(link[k + 1]);
            }
            largest = Math.max(largest, reach);
        }
        return largest;
    }
}
