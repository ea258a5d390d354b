package io.nqba.compute.kernel.annealing;

/**
 * The model the searches work on: maximise Σ field[i]·s[i] + Σ(i<j) weight·s[i]·s[j] over s = ±1, all integers, small enough that every
 * local field fits {@code int} with room to spare. Immutable; arrays are shared, not copied.
 *
 * <p>A problem with integer coefficients is represented exactly, divided by their greatest common divisor, unless a local field could
 * exceed 2^28. Anything else (real or huge coefficients) is rounded to that grid: a relative error of 4e-9 of the largest local field.
 * Rounding steers the search only; values are always recomputed from the problem.
 */
public final class IsingModel {
    private static final long LARGEST_FIELD = 1L << 28;

    private final int[] field;
    private final int[] start;
    private final int[] column;
    private final int[] weight;
    private final boolean exact;
    private final double unit;

    /**
     * @param field shape {@code [n]}
     * @param start shape {@code [n + 1]}, first index of each row of the strict upper triangle
     * @param column shape {@code [m]}, second variable
     * @param weight shape {@code [m]}
     * @param exact false when the numbers are rounded
     * @param unit what one unit of the value is worth in the problem's objective, more than 0
     */
    public IsingModel(int[] field, int[] start, int[] column, int[] weight, boolean exact, double unit) {
        this.field = field;
        this.start = start;
        this.column = column;
        this.weight = weight;
        this.exact = exact;
        this.unit = unit;
    }

    /** Returns the model of a problem; more is better whatever the problem's sense. Cost O(n + m). */
    public static IsingModel of(QuadraticProblem problem) {
        QuadraticProblem spins = problem.toSpins();
        int[] start = new int[spins.size() + 1];
        int[] column = new int[spins.couplings()];
        for (int i = 0; i < spins.size(); i++) {
            start[i + 1] = spins.rowStart(i + 1);
        }
        for (int k = 0; k < column.length; k++) {
            column[k] = spins.column(k);
        }
        double largest = largestLocalField(spins);
        long divisor = spins.isExact() ? commonDivisor(spins) : 1;
        boolean exact = spins.isExact() && largest / divisor <= LARGEST_FIELD;
        double scale = largest == 0 ? 0 : spins.sense().sign() * LARGEST_FIELD / largest;
        long signedDivisor = spins.sense().sign() * divisor;
        int[] field = new int[spins.size()];
        int[] weight = new int[column.length];
        for (int i = 0; i < field.length; i++) {
            field[i] = exact ? (int) (spins.exactLinear(i) / signedDivisor) : (int) Math.round(spins.linear(i) * scale);
        }
        for (int k = 0; k < weight.length; k++) {
            weight[k] = exact
                    ? (int) (spins.exactCoupling(k) / signedDivisor)
                    : (int) Math.round(spins.coupling(k) * scale);
        }
        double unit =
                exact ? (double) divisor / spins.divisor() : scale == 0 ? 1 : 1 / (Math.abs(scale) * spins.divisor());
        return new IsingModel(field, start, column, weight, exact, unit);
    }

    public int size() {
        return field.length;
    }

    public int couplings() {
        return column.length;
    }

    /** Returns false when the numbers are rounded. */
    public boolean isExact() {
        return exact;
    }

    /** Returns what one unit of the value is worth in the problem's objective. */
    public double unit() {
        return unit;
    }

    /** Returns the field itself, not a copy. */
    public int[] field() {
        return field;
    }

    /** Returns the row starts themselves, not a copy. */
    public int[] start() {
        return start;
    }

    /** Returns the columns themselves, not a copy. */
    public int[] column() {
        return column;
    }

    /** Returns the weights themselves, not a copy. */
    public int[] weight() {
        return weight;
    }

    /** Returns the objective, exactly. Cost O(n + m). */
    public long value(byte[] spins) {
        long sum = 0;
        for (int i = 0; i < spins.length; i++) {
            long row = field[i];
            for (int k = start[i]; k < start[i + 1]; k++) {
                row += (long) weight[k] * spins[column[k]];
            }
            sum += spins[i] * row;
        }
        return sum;
    }

    /** Returns the number of couplings of each variable, shape {@code [n]}. */
    public int[] degrees() {
        int[] degree = new int[size()];
        for (int i = 0; i < degree.length; i++) {
            degree[i] += start[i + 1] - start[i];
            for (int k = start[i]; k < start[i + 1]; k++) {
                degree[column[k]]++;
            }
        }
        return degree;
    }

    private static double largestLocalField(QuadraticProblem spins) {
        double[] reach = new double[spins.size()];
        double largest = 0;
        for (int i = 0; i < reach.length; i++) {
            reach[i] += Math.abs(spins.linear(i));
            for (int k = spins.rowStart(i); k < spins.rowStart(i + 1); k++) {
                double size = Math.abs(spins.coupling(k));
                reach[i] += size;
                reach[spins.column(k)] += size;
            }
        }
        for (double each : reach) {
            largest = Math.max(largest, each);
        }
        return largest;
    }

    private static long commonDivisor(QuadraticProblem spins) {
        long divisor = 0;
        for (int i = 0; i < spins.size(); i++) {
            divisor = commonDivisor(divisor, Math.abs(spins.exactLinear(i)));
        }
        for (int k = 0; k < spins.couplings(); k++) {
            divisor = commonDivisor(divisor, Math.abs(spins.exactCoupling(k)));
        }
        return Math.max(1, divisor);
    }

    static long commonDivisor(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
