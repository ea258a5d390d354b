package io.nqba.compute.sales.assignment;

import io.nqba.compute.kernel.assignment.AssignmentSearch;
import io.nqba.compute.optimisation.RunMemory;

/** Where an assignment stands; another coordinator goes on from here. */
final class AssignmentMemory implements RunMemory {
    private final AssignmentSearch search;
    private final long items;
    private final long scored;
    private final double share;
    private final long unitTicks;
    private final long fingerprint;
    private final int restarts;
    private final long activeMillis;

    /**
     * @param search the prices and the best plan
     * @param items pieces of work
     * @param scored those with a score
     * @param share share of them that the policies without prices were tried on
     * @param unitTicks unit of which the hours of all pieces are multiples, ticks
     * @param fingerprint fingerprint of the data that all steps were answered from
     * @param restarts how often it began anew because that data had changed
     * @param activeMillis how long coordinators have worked on it, milliseconds
     */
    AssignmentMemory(
            AssignmentSearch search,
            long items,
            long scored,
            double share,
            long unitTicks,
            long fingerprint,
            int restarts,
            long activeMillis) {
        this.search = search;
        this.items = items;
        this.scored = scored;
        this.share = share;
        this.unitTicks = unitTicks;
        this.fingerprint = fingerprint;
        this.restarts = restarts;
        this.activeMillis = activeMillis;
    }

    AssignmentMemory activeFor(long millis) {
        return new AssignmentMemory(search, items, scored, share, unitTicks, fingerprint, restarts, millis);
    }

    AssignmentSearch search() {
        return search;
    }

    long items() {
        return items;
    }

    long scored() {
        return scored;
    }

    double share() {
        return share;
    }

    long unitTicks() {
        return unitTicks;
    }

    long fingerprint() {
        return fingerprint;
    }

    int restarts() {
        return restarts;
    }

    long activeMillis() {
        return activeMillis;
    }
}
