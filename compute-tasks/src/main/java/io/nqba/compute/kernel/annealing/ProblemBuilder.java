package io.nqba.compute.kernel.annealing;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Collects the coefficients of one problem in any order; coefficients of the same variable or pair add up, zeros vanish. Integers stay
 * exact until the first real coefficient comes. Sums of integers are kept twice from where they leave {@code long}: modulo 2^64, which
 * is right again if they come back, and as doubles, which tell whether they did and are what a real problem goes on with. Not for
 * several threads.
 *
 * <p>Cost of {@link #build}: O(n + m) by two counting sorts. Memory: 16 bytes per coupling while collecting.
 */
public final class ProblemBuilder {
    /** Most that absolute integer coefficients may add up to. Leaves room for the factor 4 of the conversion to spins and a sum of two. */
    public static final double LARGEST_EXACT_SUM = 0x1p59;

    private static final String SIZE_REMEDY = "Number the variables from 0 to n - 1.";

    private final int size;
    private final Sense sense;
    private final Domain domain;
    private int[] first = new int[64];
    private int[] second = new int[64];
    private long[] exact = new long[64];
    private double @Nullable [] real;
    private int count;
    private final long[] exactLinear;
    private double @Nullable [] realLinear;
    private long exactOffset;
    private double realOffset;
    private boolean realGiven;

    private ProblemBuilder(int size, Sense sense, Domain domain) {
        if (size < 0) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The size (%d variables) must be 0 or more.".formatted(size),
                    SIZE_REMEDY);
        }
        this.size = size;
        this.sense = sense;
        this.domain = domain;
        this.exactLinear = new long[size];
    }

    /** Starts an objective over 0/1 variables. */
    public static ProblemBuilder qubo(int size, Sense sense) {
        return new ProblemBuilder(size, sense, Domain.BITS);
    }

    /** Starts an objective over -1/+1 variables; physicists' energy -Σ J·s·t is the same with all signs changed, or minimised. */
    public static ProblemBuilder ising(int size, Sense sense) {
        return new ProblemBuilder(size, sense, Domain.SPINS);
    }

    /** Starts a maximal cut; add its edges by {@link #addEdge(int, int, long)}. */
    public static ProblemBuilder maxCut(int vertices) {
        return new ProblemBuilder(vertices, Sense.MAXIMISE, Domain.BITS);
    }

    /** Starts with the coefficients of an exact problem whose divisor is 1. */
    static ProblemBuilder of(QuadraticProblem problem) {
        ProblemBuilder builder = new ProblemBuilder(problem.size(), problem.sense(), problem.domain());
        int room = Math.max(64, problem.couplings() + (problem.couplings() >> 3));
        builder.first = new int[room];
        builder.second = new int[room];
        builder.exact = new long[room];
        builder.exactOffset = problem.exactOffset();
        builder.realOffset = problem.exactOffset();
        for (int i = 0; i < problem.size(); i++) {
            builder.exactLinear[i] = problem.exactLinear(i);
            for (int k = problem.rowStart(i); k < problem.rowStart(i + 1); k++) {
                builder.exact[builder.count] = problem.exactCoupling(k);
                builder.addPair(i, problem.column(k));
            }
        }
        return builder;
    }

    /** Adds an edge whose weight counts when its ends lie on different sides. */
    public ProblemBuilder addEdge(int i, int j, long weight) {
        requireBits();
        return addLinear(i, weight).addLinear(j, weight).addCoupling(i, j, -2 * weight);
    }

    /** Adds an edge whose weight counts when its ends lie on different sides. */
    public ProblemBuilder addEdge(int i, int j, double weight) {
        requireBits();
        return addLinear(i, weight).addLinear(j, weight).addCoupling(i, j, -2 * weight);
    }

    public ProblemBuilder addOffset(long amount) {
        exactOffset += amount;
        realOffset += amount;
        return this;
    }

    public ProblemBuilder addOffset(double amount) {
        requireFinite("offset", amount);
        takeReal();
        realOffset += amount;
        return this;
    }

    public ProblemBuilder addLinear(int i, long coefficient) {
        requireIndex(i);
        requireExact(coefficient);
        long sum = exactLinear[i] + coefficient;
        double[] doubles = leavesLong(exactLinear[i], coefficient, sum) ? toReal() : realLinear;
        if (doubles != null) {
            doubles[i] += coefficient;
        }
        exactLinear[i] = sum;
        return this;
    }

    /** Returns whether both amounts have a sign that their sum has not. */
    private static boolean leavesLong(long a, long b, long sum) {
        return ((a ^ sum) & (b ^ sum)) < 0;
    }

    public ProblemBuilder addLinear(int i, double coefficient) {
        requireIndex(i);
        requireFinite("linear coefficient of variable " + i, coefficient);
        takeReal()[i] += coefficient;
        return this;
    }

    /** Adds {@code coefficient·v[i]·v[j]}; the order of i and j does not matter. */
    public ProblemBuilder addCoupling(int i, int j, long coefficient) {
        requirePair(i, j);
        requireExact(coefficient);
        grow();
        if (real != null) {
            real[count] = coefficient;
        }
        exact[count] = coefficient;
        return addPair(i, j);
    }

    /** Adds {@code coefficient·v[i]·v[j]}; the order of i and j does not matter. */
    public ProblemBuilder addCoupling(int i, int j, double coefficient) {
        requirePair(i, j);
        requireFinite("coupling of the pair " + i + ", " + j, coefficient);
        takeReal();
        grow();
        if (real != null) {
            real[count] = coefficient;
        }
        return addPair(i, j);
    }

    /**
     * Returns the problem.
     *
     * @throws NqbaException if integer coefficients are so large that exact sums could overflow
     */
    public QuadraticProblem build() {
        int[] order = sortedByPair();
        int[] start = new int[size + 1];
        int[] column = new int[count];
        long[] sums = new long[realGiven ? 0 : count];
        double[] realSums = new double[realGiven ? count : 0];
        double largest = 0;
        int kept = 0;
        for (int at = 0; at < count; ) {
            int i = first[order[at]];
            int j = second[order[at]];
            long exactSum = 0;
            double realSum = 0;
            for (; at < count && first[order[at]] == i && second[order[at]] == j; at++) {
                exactSum += exact[order[at]];
                realSum += real == null ? exact[order[at]] : real[order[at]];
            }
            largest += Math.abs(realSum);
            if (realGiven ? realSum == 0 : exactSum == 0) {
                continue;
            }
            if (realGiven) {
                realSums[kept] = realSum;
            } else {
                sums[kept] = exactSum;
            }
            column[kept++] = j;
            start[i + 1]++;
        }
        for (int i = 0; i < size; i++) {
            start[i + 1] += start[i];
        }
        int[] columns = Arrays.copyOf(column, kept);
        return realGiven
                ? realProblem(start, columns, Arrays.copyOf(realSums, kept))
                : exactProblem(start, columns, Arrays.copyOf(sums, kept), largest);
    }

    private QuadraticProblem realProblem(int[] start, int[] columns, double[] weights) {
        return new QuadraticProblem(
                sense,
                domain,
                Coefficients.real(new double[] {realOffset}),
                Coefficients.real(toReal().clone()),
                start,
                columns,
                Coefficients.real(weights),
                1);
    }

    private QuadraticProblem exactProblem(int[] start, int[] columns, long[] weights, double largestOfCouplings) {
        double largest = Math.abs(realOffset) + largestOfCouplings;
        for (int i = 0; i < size; i++) {
            largest += Math.abs(realLinear == null ? exactLinear[i] : realLinear[i]);
        }
        if (largest > LARGEST_EXACT_SUM) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The sum of all absolute coefficients (%.3e) must not exceed %.3e for exact integers."
                            .formatted(largest, LARGEST_EXACT_SUM),
                    "Divide the coefficients by a common factor or give them as real numbers.");
        }
        return new QuadraticProblem(
                sense,
                domain,
                Coefficients.exact(new long[] {exactOffset}),
                Coefficients.exact(exactLinear.clone()),
                start,
                columns,
                Coefficients.exact(weights),
                1);
    }

    private int[] sortedByPair() {
        int[] byColumn = new int[count];
        for (int k = 0; k < count; k++) {
            byColumn[k] = k;
        }
        return stableSort(stableSort(byColumn, second), first);
    }

    private int[] stableSort(int[] order, int[] key) {
        int[] next = new int[size + 1];
        for (int k = 0; k < count; k++) {
            next[key[k] + 1]++;
        }
        for (int i = 0; i < size; i++) {
            next[i + 1] += next[i];
        }
        int[] sorted = new int[count];
        for (int k : order) {
            sorted[next[key[k]]++] = k;
        }
        return sorted;
    }

    private ProblemBuilder addPair(int i, int j) {
        first[count] = Math.min(i, j);
        second[count] = Math.max(i, j);
        count++;
        return this;
    }

    private void grow() {
        if (count < first.length) {
            return;
        }
        int larger = count + (count >> 1);
        first = Arrays.copyOf(first, larger);
        second = Arrays.copyOf(second, larger);
        exact = Arrays.copyOf(exact, larger);
        if (real != null) {
            real = Arrays.copyOf(real, larger);
        }
    }

    /** Notes that the problem is a real one. */
    private double[] takeReal() {
        realGiven = true;
        return toReal();
    }

    /** Turns what was collected so far into doubles, once. */
    private double[] toReal() {
        double[] linear = realLinear;
        if (linear == null) {
            linear = Arrays.stream(exactLinear).asDoubleStream().toArray();
            realLinear = linear;
            real = Arrays.stream(exact).asDoubleStream().toArray();
        }
        return linear;
    }

    private void requireBits() {
        if (domain != Domain.BITS) {
            throw new IllegalStateException("Edges of a cut belong to an objective over bits, this one is over spins.");
        }
    }

    private void requirePair(int i, int j) {
        requireIndex(i);
        requireIndex(j);
        if (i == j) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The pair (%d, %d) must join two different variables.".formatted(i, j),
                    "Give the square of a bit as its linear coefficient and the square of a spin as the offset.");
        }
    }

    private void requireIndex(int i) {
        if (i < 0 || i >= size) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The variable (%d) must lie between 0 and %d.".formatted(i, size - 1),
                    SIZE_REMEDY);
        }
    }

    private static void requireExact(long coefficient) {
        if (Math.abs((double) coefficient) > LARGEST_EXACT_SUM) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The coefficient (%d) must not exceed %.3e in size for exact integers."
                            .formatted(coefficient, LARGEST_EXACT_SUM),
                    "Divide the coefficients by a common factor or give them as real numbers.");
        }
    }

    private static void requireFinite(String name, double coefficient) {
        if (!Double.isFinite(coefficient)) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The %s (%s) must be a finite number.".formatted(name, coefficient),
                    "Replace NaN and infinities; a hard rule is a large finite penalty.");
        }
    }
}
