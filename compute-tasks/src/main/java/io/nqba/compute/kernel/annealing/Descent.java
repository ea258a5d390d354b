package io.nqba.compute.kernel.annealing;

import java.util.Arrays;

/**
 * The last step of an answer of a real problem: flips whatever gains in the problem's own numbers. The search saw them rounded, so a
 * few coefficients may be left that only double precision tells apart. Exact problems need none.
 */
final class Descent {
    /** Rounding in the fields could make two flips gain in turn for ever. */
    private static final int MOST_SWEEPS = 50;

    private Descent() {}

    /** Returns an answer at least as good as {@code bits}, with its value recomputed. Changes {@code bits}. Cost O(n + m) a sweep. */
    static Elite polished(QuadraticProblem problem, byte[] bits) {
        if (problem.isExact()) {
            return problem.elite(bits);
        }
        byte[] before = bits.clone();
        QuadraticProblem spins = problem.toSpins();
        boolean gained = true;
        for (int sweep = 0; sweep < MOST_SWEEPS && gained; sweep++) {
            gained = sweep(spins, bits);
        }
        Elite start = problem.elite(before);
        Elite end = problem.elite(bits);
        return problem.bestFirst().compare(end, start) < 0 ? end : start;
    }

    /** Flips, of the fields as they stand, the single best variable of each row's neighbourhood; returns whether any gained. */
    private static boolean sweep(QuadraticProblem spins, byte[] bits) {
        double[] field = fields(spins, bits);
        boolean[] touched = new boolean[bits.length];
        boolean gained = false;
        for (int i = 0; i < bits.length; i++) {
            int spin = 2 * bits[i] - 1;
            if (touched[i] || spin * field[i] * spins.sense().sign() >= 0) {
                continue;
            }
            bits[i] ^= 1;
            gained = true;
            // Fields next to a flip are out of date until the next sweep.
            for (int k = spins.rowStart(i); k < spins.rowStart(i + 1); k++) {
                touched[spins.column(k)] = true;
            }
        }
        return gained;
    }

    private static double[] fields(QuadraticProblem spins, byte[] bits) {
        double[] field = new double[bits.length];
        Arrays.setAll(field, spins::linear);
        for (int i = 0; i < bits.length; i++) {
            for (int k = spins.rowStart(i); k < spins.rowStart(i + 1); k++) {
                int j = spins.column(k);
                field[i] += spins.coupling(k) * (2 * bits[j] - 1);
                field[j] += spins.coupling(k) * (2 * bits[i] - 1);
            }
        }
        return field;
    }
}
