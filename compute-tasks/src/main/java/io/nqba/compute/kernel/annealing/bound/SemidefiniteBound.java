package io.nqba.compute.kernel.annealing.bound;

import io.nqba.compute.kernel.annealing.IsingModel;
import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.compute.kernel.annealing.SplitMix;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bound of the semidefinite relaxation, proven. With the fields as couplings to one more spin, the value is sᵀCs, and for every
 * diagonal D with D - C free of negative eigenvalues it is at most sᵀDs = ΣD. The diagonal comes from the relaxation itself: spins become
 * unit vectors, each in turn is pointed along the sum g of its weighted neighbours, and at the end D = |g|. What is missing to
 * definiteness is estimated, added to D, and the result is proven by {@link DefinitenessProof}: only then it counts.
 *
 * <p>Each call of {@link #improve} goes on with the vectors, so the bound falls step by step and never rises. All values of a model have
 * the same parity (a flip changes them by 2·s·f), which rounds the bound down to the next one possible.
 *
 * <p>Cost: a sweep O(m·√n); a proof n³/6, about two seconds at n = 2500. Memory 4·n² bytes during a proof. Deterministic for a budget of
 * work. Not for several threads.
 *
 * <p>Sources: M. X. Goemans, D. P. Williamson, "Improved approximation algorithms for maximum cut and satisfiability problems using
 * semidefinite programming", Journal of the ACM 42 (1995), 1115-1145, doi:10.1145/227683.227684; the sweeps: P.-W. Wang, W.-C. Chang,
 * J. Z. Kolter, "The Mixing method: low-rank coordinate descent for semidefinite programming with diagonal constraints", 2017,
 * arXiv:1706.00476.
 */
public final class SemidefiniteBound {
    private static final int MOST_VARIABLES = 5_000;
    private static final int LANES = 8;
    private static final int MOST_DIMENSIONS = 96;
    private static final int FIRST_SWEEPS = 40;
    private static final int SWEEP_FACTOR = 3;
    private static final int LANCZOS_STEPS = 120;
    private static final int PROOFS_PER_DIAGONAL = 5;

    /** A certified bound this near to what the vectors reach is not worth another proof. */
    private static final double NEAR_ENOUGH = 2e-4;

    /** Lanczos' estimate lies a little above the eigenvalue: taken this much larger, and a margin for rounding. */
    private static final double LIFT_SHARE = 1.01;

    private static final double LIFT_MARGIN = 1e-9;
    private static final int MULTIPLICATIONS_PER_PIECE = 8;

    private final IsingModel model;
    private final CouplingMatrix matrix;
    private final int dimensions;
    private final double[] vector;
    private final double[] diagonal;
    private final double[] sum;
    private int sweeps = FIRST_SWEEPS;
    private int sweepsDone;
    private long bound;
    private boolean finished;
    private @Nullable DefinitenessProof pending;
    private long candidate;
    private double lift;
    private int attempts;

    /**
     * @param model what to bound
     * @param trivial a bound that is known already; the new one starts from it
     * @param seed of the first vectors; any will do
     */
    public SemidefiniteBound(IsingModel model, long trivial, long seed) {
        this.model = model;
        this.bound = trivial;
        this.matrix = new CouplingMatrix(model);
        int size = matrix.size();
        int wanted = (int) Math.ceil(Math.sqrt(2.0 * size)) + 1;
        this.dimensions = Math.min(MOST_DIMENSIONS, (wanted + LANES - 1) / LANES * LANES);
        this.vector = new double[size * dimensions];
        this.diagonal = new double[size];
        this.sum = new double[dimensions];
        SplitMix random = new SplitMix(seed);
        for (int k = 0; k < vector.length; k++) {
            vector[k] = random.nextDouble() - 0.5;
        }
    }

    /** Returns whether a proof for a model of this size is affordable. */
    public static boolean fits(int size) {
        return size <= MOST_VARIABLES;
    }

    /** Returns a value that no state of the model exceeds. */
    public long bound() {
        return bound;
    }

    /** Returns whether no further call would lower the bound. */
    public boolean isFinished() {
        return finished;
    }

    /** Sweeps, then proves; until the limits say stop or the bound has come down to the relaxation's. */
    public void improve(SearchLimits limits) {
        while (!finished && !limits.stopped()) {
            if (pending != null) {
                advance(pending, limits);
            } else if (sweepsDone == sweeps) {
                lift = firstLift();
                attempts = 0;
                propose();
            } else if (!limits.spend((long) matrix.entries() * dimensions / MULTIPLICATIONS_PER_PIECE + 1)) {
                sweep();
                sweepsDone++;
            }
        }
    }

    private void sweep() {
        for (int i = 0; i < diagonal.length; i++) {
            Arrays.fill(sum, 0);
            matrix.addRow(i, vector, dimensions, sum);
            double square = 0;
            for (double each : sum) {
                square += each * each;
            }
            double length = Math.sqrt(square);
            diagonal[i] = length;
            if (length > 0) {
                int at = i * dimensions;
                for (int t = 0; t < dimensions; t++) {
                    vector[at + t] = sum[t] / length;
                }
            }
        }
    }

    /** Estimates how much must be added to the diagonal so that no eigenvalue of the gap is negative. */
    private double firstLift() {
        double missing = Math.max(0, -matrix.smallestEigenvalue(diagonal, LANCZOS_STEPS));
        return LIFT_SHARE * missing + margin();
    }

    private double margin() {
        return LIFT_MARGIN * (Arrays.stream(diagonal).max().orElse(0) + 1);
    }

    /** Starts the proof of the diagonal's bound, lifted, if that would be a better one. */
    private void propose() {
        double[] lifted = new double[diagonal.length];
        for (int i = 0; i < lifted.length; i++) {
            lifted[i] = diagonal[i] + lift;
        }
        candidate = rounded(lifted);
        if (candidate < bound && attempts++ < PROOFS_PER_DIAGONAL) {
            pending = new DefinitenessProof(matrix.gap(lifted));
        } else {
            goOn();
        }
    }

    private void advance(DefinitenessProof proof, SearchLimits limits) {
        switch (proof.advance(limits)) {
            case STOPPED -> {
                // The next call goes on with it.
            }
            case PROVEN -> {
                bound = candidate;
                goOn();
            }
            case NOT_PROVEN -> {
                pending = null;
                lift = 2 * lift + margin();
                propose();
            }
        }
    }

    private void goOn() {
        pending = null;
        sweeps *= SWEEP_FACTOR;
        double reached = Arrays.stream(diagonal).sum();
        finished = bound - reached <= Math.max(1, NEAR_ENOUGH * Math.abs(reached));
    }

    /** Returns the largest value of the model's parity that is not above the diagonal's sum, with the sum's rounding counted in. */
    private long rounded(double[] lifted) {
        double total = 0;
        for (double each : lifted) {
            total += each;
        }
        long below = (long) Math.floor(total * (1 + 2.0 * lifted.length * 0x1p-52));
        return ((below ^ parity()) & 1) == 0 ? below : below - 1;
    }

    private long parity() {
        long sum = 0;
        for (int field : model.field()) {
            sum += field;
        }
        for (int weight : model.weight()) {
            sum += weight;
        }
        return sum;
    }
}
