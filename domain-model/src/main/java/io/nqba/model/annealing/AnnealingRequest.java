package io.nqba.model.annealing;

import io.nqba.model.error.Require;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunRequest;

/**
 * Asks for an answer to a stored quadratic problem by annealing on the nodes of the grid. Immutable; crosses the grid wire.
 *
 * <p>With a budget of sweeps the run is deterministic: the answer depends on problem, seed, sweeps and workers alone, however many nodes
 * share the work. With a budget of time it uses every core it may.
 */
public final class AnnealingRequest implements RunRequest {
    /** Last part of the REST path and of the command that start such a run. */
    public static final String KIND = "annealing";

    /** Length of a round when nobody says otherwise, milliseconds: founders reach the other nodes while these still make theirs. */
    public static final int DEFAULT_ROUND_MILLIS = 100;

    private final String problemId;
    private final String label;
    private final BusinessUnit unit;
    private final long timeLimitMillis;
    private final long sweeps;
    private final double target;
    private final double targetGap;
    private final long roundMillis;
    private final int workers;
    private final int nodes;
    private final long seed;
    private final int priority;
    private final boolean warmStart;

    /**
     * @param problemId the {@link StoredProblem}
     * @param label what people shall read as its subject, such as the problem's name
     * @param unit unit that asks
     * @param timeLimitMillis longest time, milliseconds, 1 or more
     * @param sweeps sweeps each worker makes, n proposals each; 0 for a budget of time alone
     * @param target objective at which to stop; NaN for none
     * @param targetGap relative gap to the proven bound at which to stop; 0 to stop only when both have met
     * @param roundMillis length of a round, milliseconds, longer where the problem is so large that a look at the answers takes a good
     *     part of it; with sweeps a round is a share of them
     * @param workers workers in all; 0 for one per core and node, which needs a budget of time
     * @param nodes most nodes to use; 0 for all
     * @param seed random seed
     * @param priority 1 (last) to 9 (first); shares of the cores are in proportion
     * @param warmStart whether to start from the answers that earlier runs of this problem left
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public AnnealingRequest(
            String problemId,
            String label,
            BusinessUnit unit,
            long timeLimitMillis,
            long sweeps,
            double target,
            double targetGap,
            long roundMillis,
            int workers,
            int nodes,
            long seed,
            int priority,
            boolean warmStart) {
        this.problemId = Require.text("problemId", problemId);
        this.label = Require.text("label", label);
        this.unit = unit;
        this.timeLimitMillis = Require.within("timeLimitMillis", timeLimitMillis, 1, 86_400_000L);
        this.sweeps = Require.within("sweeps", sweeps, 0, 1_000_000_000_000L);
        this.target = notInfinite(target);
        this.targetGap = Require.finite("targetGap", Require.notNegative("targetGap", targetGap, ""), "");
        this.roundMillis = Require.within("roundMillis", roundMillis, 20, 60_000);
        this.workers = workersFor(workers, sweeps);
        this.nodes = (int) Require.within("nodes", nodes, 0, 10_000);
        this.seed = seed;
        this.priority = (int) Require.within("priority", priority, 1, 9);
        this.warmStart = warmStart;
    }

    /** Returns the {@link StoredProblem}. */
    public String problemId() {
        return problemId;
    }

    /** Returns what people shall read as its subject, such as the problem's name. */
    public String label() {
        return label;
    }

    /** Returns sweeps each worker makes, n proposals each; 0 for a budget of time alone. */
    public long sweeps() {
        return sweeps;
    }

    /** Returns objective at which to stop; NaN for none. */
    public double target() {
        return target;
    }

    /** Returns length of a round, milliseconds; with sweeps a round is a share of them. */
    public long roundMillis() {
        return roundMillis;
    }

    /** Returns workers in all; 0 for one per core and node, which needs a budget of time. */
    public int workers() {
        return workers;
    }

    /** Returns most nodes to use; 0 for all. */
    public int nodes() {
        return nodes;
    }

    /** Returns random seed. */
    public long seed() {
        return seed;
    }

    /** Returns whether to start from the answers that earlier runs of this problem left. */
    public boolean warmStart() {
        return warmStart;
    }

    @Override
    public BusinessUnit unit() {
        return unit;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String subject() {
        return label;
    }

    @Override
    public double targetGap() {
        return targetGap;
    }

    @Override
    public long timeLimitMillis() {
        return timeLimitMillis;
    }

    @Override
    public int priority() {
        return priority;
    }

    /** Returns whether the answer depends on the request alone, and not on the speed or number of nodes. */
    public boolean deterministic() {
        return sweeps > 0;
    }

    private static double notInfinite(double target) {
        if (Double.isInfinite(target)) {
            throw new IllegalArgumentException(
                    "The target (%s) must be a finite number, or be left out.".formatted(target));
        }
        return target;
    }

    private static int workersFor(int workers, long sweeps) {
        Require.within("workers", workers, 0, 10_000);
        if (sweeps > 0 && workers == 0) {
            throw new IllegalArgumentException(
                    "The workers (0) must be given with a budget of sweeps: the answer depends on their number.");
        }
        return workers;
    }

    @Override
    public String toString() {
        return "AnnealingRequest[%s, %d ms, %d sweeps, seed %d]".formatted(problemId, timeLimitMillis, sweeps, seed);
    }
}
