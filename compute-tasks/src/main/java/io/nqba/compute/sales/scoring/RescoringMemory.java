package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.RunMemory;

/** Where a rescoring stands: how many groups of partitions are done, and what they held. Crosses the grid wire. */
final class RescoringMemory implements RunMemory {
    private final int done;
    private final long leads;
    private final long scored;
    private final long best;
    private final long activeMillis;

    /**
     * @param done groups of partitions that are scored
     * @param leads leads there were when it began; -1 before they were counted
     * @param scored leads scored so far
     * @param best how many of them are A
     * @param activeMillis how long coordinators have worked on it
     */
    RescoringMemory(int done, long leads, long scored, long best, long activeMillis) {
        this.done = done;
        this.leads = leads;
        this.scored = scored;
        this.best = best;
        this.activeMillis = activeMillis;
    }

    static RescoringMemory begin() {
        return new RescoringMemory(0, -1, 0, 0, 0);
    }

    RescoringMemory counted(long all) {
        return new RescoringMemory(done, all, scored, best, activeMillis);
    }

    RescoringMemory after(ScoredTally group, long millis) {
        long now = scored + group.all();
        // Leads come in while others are scored.
        return new RescoringMemory(done + 1, Math.max(leads, now), now, best + group.best(), millis);
    }

    int done() {
        return done;
    }

    long leads() {
        return leads;
    }

    long scored() {
        return scored;
    }

    long best() {
        return best;
    }

    long activeMillis() {
        return activeMillis;
    }
}
