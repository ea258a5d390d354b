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
