package io.nqba.compute.optimisation;

import io.nqba.model.error.Require;
import org.apache.ignite.cluster.ClusterNode;

/** How many runs the grid takes. The settings of a node stand in its attributes, so that every task finds them. */
public final class RunSettings {
    /** Node attribute with the number of runs that may be active, queued ones included. */
    public static final String MOST_ACTIVE_ATTRIBUTE = "nqba.optimisation.mostActive";
    /** Node attribute with the number of runs that may be worked on at the same time in the whole grid. */
    public static final String MOST_RUNNING_ATTRIBUTE = "nqba.optimisation.mostRunning";

    /** Node attribute with the number of threads that searches of this node may keep busy; 0 for one per core. */
    public static final String SEARCH_THREADS_ATTRIBUTE = "nqba.optimisation.searchThreads";

    /** Each round of a run keeps all nodes busy, so more at once only makes each slower. */
    public static final int DEFAULT_MOST_RUNNING = 2;

    public static final int DEFAULT_MOST_ACTIVE = 100;

    private final int mostRunning;
    private final int mostActive;

    /**
     * @param mostRunning runs worked on at the same time in the whole grid, 1 or more
     * @param mostActive runs queued or running, at least {@code mostRunning}
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public RunSettings(int mostRunning, int mostActive) {
        this.mostRunning = (int) Require.within("mostRunning", mostRunning, 1, 1_000);
        this.mostActive = (int) Require.within("mostActive", mostActive, mostRunning, 100_000);
    }

    /** Returns the settings of a node; what it does not say has its default. */
    public static RunSettings of(ClusterNode node) {
        int active = number(node, MOST_ACTIVE_ATTRIBUTE, DEFAULT_MOST_ACTIVE);
        // A grid that takes a single run at a time need not say so twice.
        int running = Math.min(active, number(node, MOST_RUNNING_ATTRIBUTE, DEFAULT_MOST_RUNNING));
        return new RunSettings(running, active);
    }

    public int mostRunning() {
        return mostRunning;
    }

    public int mostActive() {
        return mostActive;
    }

    /** Returns how many threads searches may keep busy on the node that asks. */
    public static int searchThreads(ClusterNode local) {
        int given = number(local, SEARCH_THREADS_ATTRIBUTE, 0);
        return given > 0 ? given : Math.max(1, Runtime.getRuntime().availableProcessors());
    }

    private static int number(ClusterNode node, String attribute, int otherwise) {
        Object value = node.attribute(attribute);
        return value == null ? otherwise : Integer.parseInt(value.toString().trim());
    }
}
