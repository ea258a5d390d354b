package io.nqba.client;

import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.optimisation.BusinessUnit;
import java.time.Duration;

/** Builds an {@link AnnealingRequest} step by step; what is not said has a default. Immutable. */
public final class AnnealingOrder {
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final int DETERMINISTIC_WORKERS = 4;
    /** Stops a run with a budget of sweeps that would take days. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final AnnealingRequest request;

    private AnnealingOrder(AnnealingRequest request) {
        this.request = request;
    }

    /** Returns an order for ten seconds on every core of the grid. */
    public static AnnealingOrder of(StoredProblem problem) {
        return of(problem.problemId(), problem.name());
    }

    /** Returns an order for ten seconds on every core of the grid. */
    public static AnnealingOrder of(String problemId, String label) {
        return new AnnealingOrder(new AnnealingRequest(
                problemId,
                label,
                BusinessUnit.PLATFORM,
                TIME.toMillis(),
                0,
                Double.NaN,
                0,
                AnnealingRequest.DEFAULT_ROUND_MILLIS,
                0,
                0,
                1,
                5,
                false));
    }

    /** Returns the order with a budget of time. */
    public AnnealingOrder time(Duration limit) {
        return with(request.unit(), limit.toMillis(), request.sweeps(), request.workers());
    }

    /**
     * Returns the order with a budget of sweeps: the answer then depends on problem, seed, sweeps and workers alone, however many
     * nodes share the work.
     *
     * @param sweeps sweeps of each worker, n proposals each
     * @param workers workers in all
     */
    public AnnealingOrder sweeps(long sweeps, int workers) {
        return with(request.unit(), Math.max(request.timeLimitMillis(), LONGEST.toMillis()), sweeps, workers);
    }

    /** Returns the order with a budget of sweeps for four workers. */
    public AnnealingOrder sweeps(long sweeps) {
        return sweeps(sweeps, DETERMINISTIC_WORKERS);
    }

    /** Returns the order in the name of a unit. */
    public AnnealingOrder unit(BusinessUnit unit) {
        return with(unit, request.timeLimitMillis(), request.sweeps(), request.workers());
    }

    /** Returns the order that stops at an objective this good. */
    public AnnealingOrder target(double objective) {
        return with(objective, request.targetGap(), request.nodes(), request.seed());
    }

    /** Returns the order that stops when the answer is proven to be this close to the best, relative. */
    public AnnealingOrder targetGap(double gap) {
        return with(request.target(), gap, request.nodes(), request.seed());
    }

    /** Returns the order for at most so many nodes; 0 for all. */
    public AnnealingOrder nodes(int most) {
        return with(request.target(), request.targetGap(), most, request.seed());
    }

    public AnnealingOrder seed(long seed) {
        return with(request.target(), request.targetGap(), request.nodes(), seed);
    }

    /** Returns the order with another priority, 1 (last) to 9 (first). */
    public AnnealingOrder priority(int priority) {
        return with(request.roundMillis(), priority, request.warmStart());
    }

    /** Returns the order with rounds of another length; nodes exchange answers between rounds. */
    public AnnealingOrder round(Duration length) {
        return with(length.toMillis(), request.priority(), request.warmStart());
    }

    /** Returns the order that starts from the answers of earlier runs. */
    public AnnealingOrder warmStart() {
        return with(request.roundMillis(), request.priority(), true);
    }

    /** Returns what to submit. */
    public AnnealingRequest request() {
        return request;
    }

    private AnnealingOrder with(BusinessUnit unit, long timeLimitMillis, long sweeps, int workers) {
        return new AnnealingOrder(new AnnealingRequest(
                request.problemId(),
                request.label(),
                unit,
                timeLimitMillis,
                sweeps,
                request.target(),
                request.targetGap(),
                request.roundMillis(),
                workers,
                request.nodes(),
                request.seed(),
                request.priority(),
                request.warmStart()));
    }

    private AnnealingOrder with(double target, double targetGap, int nodes, long seed) {
        return new AnnealingOrder(new AnnealingRequest(
                request.problemId(),
                request.label(),
                request.unit(),
                request.timeLimitMillis(),
                request.sweeps(),
                target,
                targetGap,
                request.roundMillis(),
                request.workers(),
                nodes,
                seed,
                request.priority(),
                request.warmStart()));
    }

    private AnnealingOrder with(long roundMillis, int priority, boolean warmStart) {
        return new AnnealingOrder(new AnnealingRequest(
                request.problemId(),
                request.label(),
                request.unit(),
                request.timeLimitMillis(),
                request.sweeps(),
                request.target(),
                request.targetGap(),
                roundMillis,
                request.workers(),
                request.nodes(),
                request.seed(),
                priority,
                warmStart));
    }
}
