package io.nqba.compute.kernel.annealing.sparse;

import io.nqba.compute.kernel.annealing.SearchLimits;

/**
 * One state that is reheated again and again and takes over the components of each copy that gain, and those that are neutral: it drifts
 * along its plateau until a way up opens. Goes on over rounds where limits interrupt it.
 */
final class ReheatedLine {
    /** Sweeps without gain after which another state is wanted. */
    private static final long PATIENCE = 6_000;

    /** Last temperature of a reheat as a share of the typical field: colder, nothing moves. */
    private static final double COLD = 0.05;

    private final SparseModel model;
    private final PartitionCrossover crossover;
    private final SparseState line;
    private final SparseState reheated;
    private ReheatChoice choice;
    private Cooling cooling;
    private boolean reheating;
    private long idle = PATIENCE;
    private long sweeps;

    ReheatedLine(SparseModel model, PartitionCrossover crossover) {
        this.model = model;
        this.crossover = crossover;
        this.line = new SparseState(model);
        this.reheated = new SparseState(model);
        this.choice = newChoice();
        this.cooling = cooling();
    }

    /** Returns whether the line has not gained for long, or has not begun. */
    boolean isTired() {
        return !reheating && idle >= PATIENCE;
    }

    /** Goes on from another state, which is copied. */
    void begin(SparseState from) {
        line.copy(from);
        line.quench();
        choice = newChoice();
        idle = 0;
    }

    /** Reheats once, or as far as the limits allow. */
    void step(Annealing annealing, SearchLimits limits) {
        if (!reheating) {
            choice.next();
            reheated.copy(line);
            cooling = cooling();
            reheating = true;
        }
        if (!cooling.run(annealing, limits)) {
            return;
        }
        reheating = false;
        long gained = crossover.improve(line, reheated.spin, true);
        choice.learn(gained);
        sweeps += choice.sweeps();
        idle = gained > 0 ? 0 : idle + choice.sweeps();
    }

    SparseState state() {
        return line;
    }

    /** Returns sweeps of all finished reheats. */
    long sweeps() {
        return sweeps;
    }

    private Cooling cooling() {
        double field = model.typicalField();
        return new Cooling(model, reheated, choice.heat() * field, COLD * field, choice.sweeps());
    }

    private ReheatChoice newChoice() {
        return new ReheatChoice(2 * model.typicalWeight());
    }
}
