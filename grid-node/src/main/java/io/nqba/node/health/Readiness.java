package io.nqba.node.health;

import io.nqba.node.lifecycle.GridNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;

/**
 * Whether a node may get work: it has joined, the grid is active, its modules have started, no data is lost and it
 * holds its share of it.
 */
final class Readiness {
    private final GridNode node;

    Readiness(GridNode node) {
        this.node = node;
    }

    /** Returns what keeps the node from being ready, for people; empty when it is. */
    List<String> problems() {
        Ignite ignite = node.ignite();
        if (!ignite.cluster().state().active()) {
            Set<String> missing = node.missingNodes();
            return List.of(
                    missing.isEmpty()
                            ? "The grid is not active yet."
                            : "The grid waits for nodes that own data (%s).".formatted(String.join(", ", missing)));
        }
        if (!node.isRunning()) {
            return List.of("The modules of the node are starting.");
        }
        if (!node.ownsData()) {
            return List.of("The node has joined and gets its share of the data soon.");
        }
        return dataProblems(ignite);
    }

    private static List<String> dataProblems(Ignite ignite) {
        Set<String> lost = new TreeSet<>();
        int moving = 0;
        for (String name : ignite.cacheNames()) {
            IgniteCache<Object, Object> cache = ignite.cache(name);
            if (!cache.lostPartitions().isEmpty()) {
                lost.add(name);
            }
            moving += cache.localMetrics().getRebalancingPartitionsCount();
        }
        List<String> problems = new ArrayList<>();
        if (!lost.isEmpty()) {
            problems.add("Partitions have no owner in the caches (%s).".formatted(String.join(", ", lost)));
        }
        if (moving > 0) {
            problems.add("The node waits for its share of the data (%d partitions).".formatted(moving));
        }
        return problems;
    }
}
