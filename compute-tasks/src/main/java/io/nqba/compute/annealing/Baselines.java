package io.nqba.compute.annealing;

import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.model.optimisation.Baseline;
import java.util.Arrays;
import java.util.List;

/**
 * What simple rules would get: nothing set at all, and from there whatever a single flip gains, variable by variable, until no flip
 * does. Values are computed from the coefficients as they stand.
 */
final class Baselines {
    private static final String ALL_ZEROS = "all-zeros";
    private static final String ONE_FLIP_DESCENT = "one-flip-descent";
    /** Rounding could make two flips of a real problem gain in turn for ever. */
    private static final int MOST_PASSES = 1_000;

    private Baselines() {}

    static List<Baseline> of(QuadraticProblem problem) {
        byte[] bits = new byte[problem.size()];
        double none = problem.value(bits);
        descend(problem.toSpins(), bits);
        return List.of(new Baseline(ALL_ZEROS, none), new Baseline(ONE_FLIP_DESCENT, problem.value(bits)));
    }

    /** Returns a rule as people call it. */
    static String inWords(String name) {
        return switch (name) {
            case ALL_ZEROS -> "all variables at zero";
            case ONE_FLIP_DESCENT -> "a one-flip descent";
            default -> name.replace('-', ' ');
        };
    }

    private static void descend(QuadraticProblem spins, byte[] bits) {
        int[] start = new int[bits.length + 1];
        int[] neighbour = new int[2 * spins.couplings()];
        double[] weight = new double[neighbour.length];
        link(spins, start, neighbour, weight);
        double[] field = new double[bits.length];
        for (int i = 0; i < bits.length; i++) {
            field[i] = spins.linear(i);
            for (int k = start[i]; k < start[i + 1]; k++) {
                field[i] += weight[k] * (2 * bits[neighbour[k]] - 1);
            }
        }
        int sign = spins.sense().sign();
        boolean gained = true;
        for (int pass = 0; pass < MOST_PASSES && gained; pass++) {
            gained = false;
            for (int i = 0; i < bits.length; i++) {
                int spin = 2 * bits[i] - 1;
                if (spin * field[i] * sign < 0) {
                    gained = true;
                    bits[i] ^= 1;
                    for (int k = start[i]; k < start[i + 1]; k++) {
                        field[neighbour[k]] -= 2 * spin * weight[k];
                    }
                }
            }
        }
    }

    /** Writes both directions of each coupling, by rows. */
    private static void link(QuadraticProblem spins, int[] start, int[] neighbour, double[] weight) {
        for (int i = 0; i < spins.size(); i++) {
            start[i + 1] += spins.rowStart(i + 1) - spins.rowStart(i);
            for (int k = spins.rowStart(i); k < spins.rowStart(i + 1); k++) {
                start[spins.column(k) + 1]++;
            }
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = start.clone();
        for (int i = 0; i < spins.size(); i++) {
            for (int k = spins.rowStart(i); k < spins.rowStart(i + 1); k++) {
                int j = spins.column(k);
                neighbour[next[i]] = j;
                weight[next[i]++] = spins.coupling(k);
                neighbour[next[j]] = i;
                weight[next[j]++] = spins.coupling(k);
            }
        }
    }
}
