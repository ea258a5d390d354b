package io.nqba.node.optimisation;

import io.nqba.compute.optimisation.RunCheckpoint;
import java.util.Comparator;
import java.util.List;
import javax.cache.Cache;

/** A run that is queued or running, as a supervisor sees it. Crosses the grid wire. */
final class ActiveRun {
    private static final Comparator<ActiveRun> OLDEST_FIRST =
            Comparator.comparingLong(ActiveRun::createdMillis).thenComparing(ActiveRun::runId);

    private final String runId;
    private final long createdMillis;
    private final boolean started;

    ActiveRun(String runId, long createdMillis, boolean started) {
        this.runId = runId;
        this.createdMillis = createdMillis;
        this.started = started;
    }

    static ActiveRun of(Cache.Entry<String, RunCheckpoint> row) {
        return new ActiveRun(
                row.getKey(), row.getValue().createdMillis(), row.getValue().started());
    }

    /**
     * Returns the runs that may be worked on: all that were started, and of the queue as many of the oldest as there is room for.
     * Every node comes to the same answer from the same rows. While a row is on its way to some node, one run too many may start;
     * it does no harm beyond the time it takes.
     *
     * @param most runs worked on at the same time in the grid
     */
    static List<ActiveRun> mayRun(List<ActiveRun> active, int most) {
        long room =
                Math.max(0, most - active.stream().filter(ActiveRun::started).count());
        List<ActiveRun> fromQueue = active.stream()
                .filter(run -> !run.started())
                .sorted(OLDEST_FIRST)
                .limit(room)
                .toList();
        return active.stream()
                .filter(run -> run.started() || fromQueue.contains(run))
                .toList();
    }

    String runId() {
        return runId;
    }

    long createdMillis() {
        return createdMillis;
    }

    boolean started() {
        return started;
    }
}
