package io.nqba.compute.annealing;

import io.nqba.compute.optimisation.RunMemory;
import java.util.ArrayList;
import java.util.List;

/** Where an annealing run stands. The answers themselves lie in the solution and in the packs that this names. */
final class AnnealingMemory implements RunMemory {
    private final String problemId;
    private final int revision;
    private final int round;
    private final long activeMillis;
    private final int exchanges;
    private final ArrayList<ElitePackKey> pool;

    /**
     * @param problemId the problem
     * @param revision revision that the run answers
     * @param round rounds that count
     * @param activeMillis how long coordinators have worked on the run, milliseconds
     * @param exchanges rounds in which the exchange made the best answer
     * @param pool where the pool of answers lies
     */
    AnnealingMemory(
            String problemId, int revision, int round, long activeMillis, int exchanges, List<ElitePackKey> pool) {
        this.problemId = problemId;
        this.revision = revision;
        this.round = round;
        this.activeMillis = activeMillis;
        this.exchanges = exchanges;
        this.pool = new ArrayList<>(pool);
    }

    static AnnealingMemory before(String problemId, int revision) {
        return new AnnealingMemory(problemId, revision, 0, 0, 0, List.of());
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

    long activeMillis() {
        return activeMillis;
    }

    int exchanges() {
        return exchanges;
    }

    List<ElitePackKey> pool() {
        return List.copyOf(pool);
    }
}
