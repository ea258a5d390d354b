package io.nqba.compute.kernel.annealing.bound;

import io.nqba.compute.kernel.annealing.SearchLimits;

/**
 * A proof in floating point that a symmetric matrix has no negative eigenvalue. If Cholesky's factorisation of A - c·I runs through, with
 * c at least the factorisation's own rounding error, then A is positive definite: the computed factor is the exact one of a matrix that
 * differs from A - c·I by less than c in norm. The error is at most γ/(1-γ)·trace with γ = (n+1)·u/(1-(n+1)·u), u = 2^-53, in whatever
 * order the sums are taken; c here is four times that.
 *
 * <p>Works in blocks of pivots, so that a row is read once per block, and by rows, so that the inner loop is a sum of four scaled rows,
 * which the compiler turns into vectors. Cost n³/6 multiplications and additions, 4·n² bytes. Can be stopped and continued.
 *
 * <p>Source: S. M. Rump, "Verification of positive definiteness", BIT Numerical Mathematics 46 (2006), 433-452,
 * doi:10.1007/s10543-006-0056-1.
 */
final class DefinitenessProof {
    private static final int BLOCK = 32;
    private static final double ROUNDING = 0x1p-53;
    private static final double SAFETY = 4;

    /** Multiplications that count as one piece of work. */
    private static final int MULTIPLICATIONS_PER_PIECE = 8;

    enum Verdict {
        PROVEN,
        /** The factorisation broke down: the matrix may have a negative eigenvalue, or one too near zero to tell. */
        NOT_PROVEN,
        STOPPED
    }

    private final double[][] upper;
    private int from;
    private int row;

    /** @param upper row i holds columns i to n - 1; the proof takes it over and overwrites it */
    DefinitenessProof(double[][] upper) {
        this.upper = upper;
        double trace = 0;
        for (double[] each : upper) {
            trace += each[0];
        }
        double shift = SAFETY * (upper.length + 3) * ROUNDING * trace;
        for (double[] each : upper) {
            each[0] -= shift;
        }
    }

    /** Goes on with the factorisation until it is through, breaks down, or the limits say stop. */
    Verdict advance(SearchLimits limits) {
        int size = upper.length;
        for (; from < size; from += BLOCK) {
            int to = Math.min(size, from + BLOCK);
            if (row <= from) {
                if (!factorPivots(upper, from, to)) {
                    return Verdict.NOT_PROVEN;
                }
                row = to;
            }
            while (row < size) {
                if (limits.spend((long) (size - row) * BLOCK / MULTIPLICATIONS_PER_PIECE)) {
                    return Verdict.STOPPED;
                }
                eliminate(upper, row, from, to);
                row++;
            }
            row = to;
        }
        return Verdict.PROVEN;
    }

    /** Turns the rows of the pivots themselves into rows of the factor; false where a pivot is not positive. */
    private static boolean factorPivots(double[][] upper, int from, int to) {
        for (int k = from; k < to; k++) {
            eliminate(upper, k, from, k);
            double[] row = upper[k];
            // NaN fails as well.
            if (!(row[0] > 0)) {
                return false;
            }
            double root = Math.sqrt(row[0]);
            for (int j = 0; j < row.length; j++) {
                row[j] /= root;
            }
        }
        return true;
    }

    /** Takes the pivots {@code from..to - 1} out of row {@code i}. */
    private static void eliminate(double[][] upper, int i, int from, int to) {
        double[] row = upper[i];
        int k = from;
        for (; k + 3 < to; k += 4) {
            subtractFour(row, upper, k, i);
        }
        for (; k < to; k++) {
            double[] pivot = upper[k];
            int shift = i - k;
            double factor = pivot[shift];
            for (int j = 0; j < row.length; j++) {
                row[j] -= factor * pivot[j + shift];
            }
        }
    }

    private static void subtractFour(double[] row, double[][] upper, int k, int i) {
        double[] a = upper[k];
        double[] b = upper[k + 1];
        double[] c = upper[k + 2];
        double[] d = upper[k + 3];
        int shiftA = i - k;
        int shiftB = shiftA - 1;
        int shiftC = shiftA - 2;
        int shiftD = shiftA - 3;
        double factorA = a[shiftA];
        double factorB = b[shiftB];
        double factorC = c[shiftC];
        double factorD = d[shiftD];
        for (int j = 0; j < row.length; j++) {
            row[j] -= factorA * a[j + shiftA]
                    + factorB * b[j + shiftB]
                    + factorC * c[j + shiftC]
                    + factorD * d[j + shiftD];
        }
    }
}
