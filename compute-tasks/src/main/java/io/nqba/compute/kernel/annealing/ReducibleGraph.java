package io.nqba.compute.kernel.annealing;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * A model whose variables can be taken out one by one, with a queue of those whose neighbourhood has changed. Lists of neighbours grow and
 * are tidied only when they are looked at. Numbers are the model's times a scale, so that halves and quarters stay whole. Arrays
 * are open to {@link Reduction} and {@link ComponentSplit}.
 */
final class ReducibleGraph {
    /** Eliminating next to a hub would search its list each time. */
    private static final int LONGEST_LIST = 256;

    private static final int LARGEST_SCALE = 64;
    private static final long LARGEST_FIELD = 1L << 28;

    final int size;
    /** What one unit of the scaled numbers is worth in the problem's objective. */
    final double unit;

    final long[] field;
    final int[][] neighbour;
    final long[][] weight;
    final int[] length;
    final boolean[] gone;
    private final ArrayDeque<Integer> queue = new ArrayDeque<>();
    private final boolean[] queued;

    ReducibleGraph(IsingModel model) {
        this.size = model.size();
        this.field = new long[size];
        this.neighbour = new int[size][];
        this.weight = new long[size][];
        this.length = new int[size];
        this.gone = new boolean[size];
        this.queued = new boolean[size];
        long scale = scale(model);
        this.unit = model.unit() / scale;
        int[] degree = model.degrees();
        for (int i = 0; i < size; i++) {
            field[i] = scale * model.field()[i];
            neighbour[i] = new int[degree[i]];
            weight[i] = new long[degree[i]];
        }
        for (int i = 0; i < size; i++) {
            for (int k = model.start()[i]; k < model.start()[i + 1]; k++) {
                append(i, model.column()[k], scale * model.weight()[k]);
                append(model.column()[k], i, scale * model.weight()[k]);
            }
        }
    }

    /** Returns the next variable whose neighbourhood has changed since it was last returned; -1 when there is none. */
    int next() {
        Integer next = queue.poll();
        if (next == null) {
            return -1;
        }
        queued[next] = false;
        return next;
    }

    void addField(int i, long amount) {
        field[i] += amount;
        enqueue(i);
    }

    void addWeight(int i, int j, long amount) {
        enqueue(i);
        enqueue(j);
        if (amount == 0) {
            return;
        }
        addEnd(i, j, amount);
        addEnd(j, i, amount);
    }

    /** Each end on its own: one may have dropped a coupling that had cancelled out, while the other still lists it as zero. */
    private void addEnd(int i, int j, long amount) {
        int at = indexOf(i, j);
        if (at < 0) {
            append(i, j, amount);
        } else {
            weight[i][at] += amount;
        }
    }

    private int indexOf(int i, int j) {
        for (int k = 0; k < length[i]; k++) {
            if (neighbour[i][k] == j) {
                return k;
            }
        }
        return -1;
    }

    private void append(int i, int j, long amount) {
        if (length[i] == neighbour[i].length) {
            neighbour[i] = Arrays.copyOf(neighbour[i], 2 * length[i] + 2);
            weight[i] = Arrays.copyOf(weight[i], 2 * length[i] + 2);
        }
        neighbour[i][length[i]] = j;
        weight[i][length[i]++] = amount;
    }

    /** Drops neighbours that are gone and couplings that cancelled out. */
    void compact(int i) {
        int kept = 0;
        for (int k = 0; k < length[i]; k++) {
            if (!gone[neighbour[i][k]] && weight[i][k] != 0) {
                neighbour[i][kept] = neighbour[i][k];
                weight[i][kept++] = weight[i][k];
            }
        }
        length[i] = kept;
    }

    boolean hasHub(int i) {
        boolean hub = length[i] > LONGEST_LIST;
        for (int k = 0; k < length[i] && !hub; k++) {
            hub = length[neighbour[i][k]] > LONGEST_LIST;
        }
        return hub;
    }

    void enqueue(int i) {
        if (!gone[i] && !queued[i]) {
            queued[i] = true;
            queue.add(i);
        }
    }

    private static long scale(IsingModel model) {
        long[] reach = new long[model.size()];
        long widest = 1;
        for (int i = 0; i < reach.length; i++) {
            reach[i] += Math.abs(model.field()[i]);
            for (int k = model.start()[i]; k < model.start()[i + 1]; k++) {
                reach[i] += Math.abs(model.weight()[k]);
                reach[model.column()[k]] += Math.abs(model.weight()[k]);
            }
        }
        for (long each : reach) {
            widest = Math.max(widest, each);
        }
        long scale = LARGEST_SCALE;
        while (scale > 1 && scale * widest > LARGEST_FIELD) {
            scale /= 2;
        }
        return scale;
    }
}
