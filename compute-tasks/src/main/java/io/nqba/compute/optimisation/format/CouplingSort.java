package io.nqba.compute.optimisation.format;

import io.nqba.model.error.NqbaException;
import java.util.Arrays;

/**
 * Puts couplings that came in any order into rows: a counting sort by the lower variable, then a sort within each row that is not in
 * order already. What is no longer needed is given back between the steps, so that the peak is 4 bytes per coupling above what was
 * collected (8 where weights take 8).
 *
 * <p>A pair that stands twice is found before the sort, while places are still known: a mark per column tells the row that it was last
 * seen in.
 */
final class CouplingSort {
    private final IntBlocks first;
    private final IntBlocks second;
    private final NumberBlocks weight;
    private final int size;
    private final int factor;
    private final Places places;
    private final int[] start;
    private int[] column = {};
    private WeightLane weights;

    /** Takes the couplings over and gives their memory back. Variables are known to be different and within the size. */
    CouplingSort(IntBlocks first, IntBlocks second, NumberBlocks weight, int size, int factor, Places places) {
        this.first = first;
        this.second = second;
        this.weight = weight;
        this.size = size;
        this.factor = factor;
        this.places = places;
        this.start = new int[size + 1];
        this.weights = WeightLane.of(new NumberBlocks());
    }

    /** Sorts; to be called once. */
    void sort() {
        int count = weight.size();
        for (int k = 0; k < count; k++) {
            start[row(k) + 1]++;
        }
        for (int row = 0; row < size; row++) {
            start[row + 1] += start[row];
        }
        column = new int[count];
        int[] next = Arrays.copyOf(start, size);
        for (int k = 0; k < count; k++) {
            column[next[row(k)]++] = Math.max(first.get(k), second.get(k));
        }
        requireEachPairOnce();
        // From here on the lower variable is all that is needed, so the other one makes room for the weights.
        for (int k = 0; k < count; k++) {
            first.set(k, row(k));
        }
        second.release();
        System.arraycopy(start, 0, next, 0, size);
        weights = WeightLane.of(weight);
        for (int k = 0; k < count; k++) {
            weights.put(next[first.get(k)]++, weight, k);
        }
        first.release();
        weight.release();
        sortRows();
        dropZeros();
    }

    private int row(int k) {
        return Math.min(first.get(k), second.get(k));
    }

    private void requireEachPairOnce() {
        int[] seenIn = new int[size];
        for (int row = 0; row < size; row++) {
            for (int k = start[row]; k < start[row + 1]; k++) {
                if (seenIn[column[k]] == row + 1) {
                    throw repeated(row, column[k]);
                }
                seenIn[column[k]] = row + 1;
            }
        }
    }

    private NqbaException repeated(int low, int high) {
        int before = -1;
        for (int k = 0; k < weight.size(); k++) {
            if (row(k) != low || Math.max(first.get(k), second.get(k)) != high) {
                continue;
            }
            if (before >= 0) {
                return repeated(before, k, first.get(k) == first.get(before));
            }
            before = k;
        }
        throw new IllegalStateException("The pair (%d, %d) must stand twice.".formatted(low, high));
    }

    private NqbaException repeated(int before, int k, boolean sameOrder) {
        String pair = places.variable(first.get(k)) + " " + places.variable(second.get(k));
        String weights = weight.shown(k, factor) + " after " + weight.shown(before, factor);
        if (sameOrder) {
            return Refusal.of(
                    "%s repeats the pair %s of %s (%s)."
                            .formatted(places.coupling(k), pair, lowered(places.coupling(before)), weights),
                    "Give each pair once, with the sum of its weights.");
        }
        boolean symmetric = weight.real(k) == weight.real(before);
        return Refusal.of(
                "%s gives the pair %s, which %s gives the other way round (%s)."
                        .formatted(places.coupling(k), pair, lowered(places.coupling(before)), weights),
                symmetric
                        ? "Give each pair once: only the upper triangle of a symmetric matrix."
                        : "Give each pair once; both orders mean the same product, so decide on one weight.");
    }

    private static String lowered(String place) {
        return place.startsWith("Line") ? "line" + place.substring(4) : place;
    }

    private void sortRows() {
        long[] order = {};
        for (int row = 0; row < size; row++) {
            int from = start[row];
            int length = start[row + 1] - from;
            if (isRising(from, from + length)) {
                continue;
            }
            order = order.length < length ? new long[2 * length] : order;
            for (int t = 0; t < length; t++) {
                order[t] = ((long) column[from + t] << 32) | t;
            }
            Arrays.sort(order, 0, length);
            for (int t = 0; t < length; t++) {
                column[from + t] = (int) (order[t] >>> 32);
            }
            weights.reorder(from, length, order);
        }
    }

    private boolean isRising(int from, int to) {
        for (int k = from + 1; k < to; k++) {
            if (column[k] < column[k - 1]) {
                return false;
            }
        }
        return true;
    }

    private void dropZeros() {
        int kept = 0;
        int from = 0;
        for (int row = 0; row < size; row++) {
            int to = start[row + 1];
            for (int k = from; k < to; k++) {
                if (!weights.isZero(k)) {
                    column[kept] = column[k];
                    weights.move(k, kept++);
                }
            }
            start[row + 1] = kept;
            from = to;
        }
        if (kept < column.length) {
            column = Arrays.copyOf(column, kept);
            weights.trim(kept);
        }
    }

    /** Returns the first pair of each row, then the number of pairs, shape {@code [n + 1]}. */
    int[] start() {
        return start;
    }

    /** Returns the second variable of each pair. */
    int[] column() {
        return column;
    }

    WeightLane weights() {
        return weights;
    }
}
