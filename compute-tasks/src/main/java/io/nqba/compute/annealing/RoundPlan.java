package io.nqba.compute.annealing;

import java.util.ArrayList;
import java.util.List;

/** What one node shall do in one round of a run with a budget of time. Crosses the grid wire. */
final class RoundPlan {
    private final String runId;
    private final int attempt;
    private final String problemId;
    private final int revision;
    private final int round;
    private final long searchMillis;
    private final long seed;
    private final int lanes;
    private final int priority;
    private final double target;
    private final int elites;
    private final ArrayList<ElitePackKey> guides;

    /**
     * @param runId the run
     * @param attempt the coordinator's attempt; plans of older ones are ignored
     * @param problemId the problem
     * @param revision revision that the run answers
     * @param round 1, 2, 3 …
     * @param searchMillis how long to search from now on, milliseconds
     * @param seed seed of the run
     * @param lanes most workers of this node; 0 for one per search thread
     * @param priority share of the node's cores relative to other runs
     * @param target objective at which to stop; an infinity for none
     * @param elites most answers to publish
     * @param guides where foreign answers lie that its workers shall know
     */
    RoundPlan(
            String runId,
            int attempt,
            String problemId,
            int revision,
            int round,
            long searchMillis,
            long seed,
            int lanes,
            int priority,
            double target,
            int elites,
            List<ElitePackKey> guides) {
        this.runId = runId;
        this.attempt = attempt;
        this.problemId = problemId;
        this.revision = revision;
        this.round = round;
        this.searchMillis = searchMillis;
        this.seed = seed;
        this.lanes = lanes;
        this.priority = priority;
        this.target = target;
        this.elites = elites;
        this.guides = new ArrayList<>(guides);
    }

    String runId() {
        return runId;
    }

    int attempt() {
        return attempt;
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

    long searchMillis() {
        return searchMillis;
    }

    long seed() {
        return seed;
    }

    int lanes() {
        return lanes;
    }

    int priority() {
        return priority;
    }

    double target() {
        return target;
    }

    int elites() {
        return elites;
    }

    List<ElitePackKey> guides() {
        return guides;
    }
}
