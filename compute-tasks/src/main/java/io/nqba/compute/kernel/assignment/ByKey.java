package io.nqba.compute.kernel.assignment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Orders of items by a number of each. */
final class ByKey {
    private ByKey() {}

    /** Returns the positions of the first {@code size} keys in ascending order of the keys. */
    static int[] order(long[] key, int size) {
        if (isSorted(key, size)) {
            return IntStream.range(0, size).toArray();
        }
        return order(size, Comparator.comparingLong(i -> key[i]));
    }

    /** Returns the first {@code size} positions by falling number, equal ones in their order; without an object for each. */
    static int[] falling(double[] number, int size) {
        int[] order = IntStream.range(0, size).toArray();
        int[] merged = new int[size];
        for (int width = 1; width < size; width *= 2) {
            for (int from = 0; from < size; from += 2 * width) {
                merge(number, order, from, Math.min(from + width, size), Math.min(from + 2 * width, size), merged);
            }
            int[] swap = order;
            order = merged;
            merged = swap;
        }
        return order;
    }

    private static void merge(double[] number, int[] order, int from, int middle, int to, int[] into) {
        int one = from;
        int other = middle;
        for (int at = from; at < to; at++) {
            boolean takeOne = other >= to || (one < middle && number[order[one]] >= number[order[other]]);
            into[at] = takeOne ? order[one++] : order[other++];
        }
    }

    /** Returns positions in an order; equal ones stay in theirs. */
    static int[] order(int size, Comparator<Integer> by) {
        Integer[] positions = new Integer[size];
        Arrays.setAll(positions, i -> i);
        Arrays.sort(positions, by);
        return Arrays.stream(positions).mapToInt(Integer::intValue).toArray();
    }

    private static boolean isSorted(long[] key, int size) {
        for (int i = 1; i < size; i++) {
            if (key[i - 1] > key[i]) {
                return false;
            }
        }
        return true;
    }
}
