package io.nqba.compute.kernel.flexible;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Picks among the slots of a window. */
final class Choice {
    private Choice() {}

    /** Returns the places of the cheapest {@code count} costs, cheapest first; among equals the earlier place. */
    static int[] cheapest(double[] cost, int count) {
        return IntStream.range(0, cost.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> cost[i]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Systematic sampling: marks places so that each is marked with the probability of its weight, and their number is the sum of the
     * weights where that is whole (W. G. Madow, "On the Theory of Systematic Sampling, II", Ann. Math. Statist. 20, 1949).
     */
    static boolean[] sample(double[] weight, double draw) {
        boolean[] marked = new boolean[weight.length];
        double sum = draw;
        for (int i = 0; i < weight.length; i++) {
            double next = sum + weight[i];
            marked[i] = Math.floor(next + 1e-9) > Math.floor(sum + 1e-9);
            sum = next;
        }
        return marked;
    }
}
