package io.nqba.compute.annealing;

import java.util.ArrayList;
import java.util.List;

/**
 * Which workers one node shall play in one round of a run with a budget of sweeps. What a worker does is a function of this, of the
 * problem and of the packs that it names: any node may play it, and play it again. Crosses the grid wire.
 */
final class LanePlan {
    private final String runId;
    private final String problemId;
    private final int revision;
    private final int round;
    private final int[] lanes;
    private final long sweeps;
    private final long millis;
    private final long seed;
    private final int priority;
    private final double target;
    private final ArrayList<List<ElitePackKey>> known;

    /**
     * @param runId the run
     * @param problemId the problem
     * @param revision revision that the run answers
     * @param round 1, 2, 3 …
     * @param lanes numbers of the workers, counted through the whole run
     * @param sweeps sweeps of each worker in this round
     * @param millis time after which a worker stops all the same, milliseconds
     * @param seed seed of the run
     * @param priority share of the node's cores relative to other runs
     * @param target objective at which to stop; an infinity for none
     * @param known for each worker, where the answers lie that it begins with, in this order
     */
    LanePlan(
            String runId,
            String problemId,
            int revision,
            int round,
            int[] lanes,
            long sweeps,
            long millis,
            long seed,
            int priority,
            double target,
            List<List<ElitePackKey>> known) {
        this.runId = runId;
        this.problemId = problemId;
        this.revision = revision;
        this.round = round;
        this.lanes = lanes;
        this.sweeps = sweeps;
        this.millis = millis;
        this.seed = seed;
        this.priority = priority;
        this.target = target;
        this.known = new ArrayList<>(known);
    }

    String runId() {
        return runId;
    }

    String problemId() {
        return problemId;
    }

    int revision() {
        return revision;
    }

    int round() {
        return round;
    }

    int[] lanes() {
        return lanes;
    }

    long sweeps() {
        return sweeps;
    }

    long millis() {
        return millis;
    }

    long seed() {
        return seed;
    }

    int priority() {
        return priority;
    }

    double target() {
        return target;
    }

    List<ElitePackKey> known(int index) {
        return known.get(index);
    }

    /** Returns where a worker's answers of a round lie. */
    static ElitePackKey pack(String runId, int round, int lane) {
        return new ElitePackKey(runId, round, "lane-" + lane);
    }

    @Override
    public String toString() {
        return "LanePlan[%s, round %d, %d workers]".formatted(runId, round, lanes.length);
    }
}
