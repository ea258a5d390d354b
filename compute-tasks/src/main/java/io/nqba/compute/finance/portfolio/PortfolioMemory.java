package io.nqba.compute.finance.portfolio;

import io.nqba.compute.optimisation.RunMemory;
import java.util.ArrayList;
import java.util.List;

/** Where a portfolio run stands. Points that are found lie in their cache. */
final class PortfolioMemory implements RunMemory {
    private final int round;
    private final SearchReply best;
    private final ArrayList<Integer> chunks;
    private final long activeMillis;

    /**
     * @param round rounds of the search that count, the start included
     * @param best the best weights so far
     * @param chunks parts of the frontier that are found
     * @param activeMillis how long coordinators have worked on the run, milliseconds
     */
    PortfolioMemory(int round, SearchReply best, List<Integer> chunks, long activeMillis) {
        this.round = round;
        this.best = best;
        this.chunks = new ArrayList<>(chunks);
        this.activeMillis = activeMillis;
    }

    int round() {
        return round;
    }

    SearchReply best() {
        return best;
    }

    List<Integer> chunks() {
        return List.copyOf(chunks);
    }

    long activeMillis() {
        return activeMillis;
    }
}
