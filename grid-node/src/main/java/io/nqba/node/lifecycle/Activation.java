package io.nqba.node.lifecycle;

import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCluster;
import org.apache.ignite.cluster.BaselineNode;
import org.apache.ignite.cluster.ClusterState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the grid active. A grid that was never active has no baseline, the list of nodes that own data: its first node
 * activates it. A grid with a baseline activates itself once all nodes of the list are back; until then this waits,
 * for starting without them would serve part of the data as if it were all.
 */
final class Activation {
    private static final Logger LOG = LoggerFactory.getLogger(Activation.class);
    private static final long POLL_MILLIS = 100;
    private static final long REPORT_EVERY_POLLS = 100;

    private final IgniteCluster cluster;
    private final CountDownLatch abandoned = new CountDownLatch(1);

    Activation(Ignite ignite) {
        this.cluster = ignite.cluster();
    }

    /**
     * Returns true once the grid is active; false when the time is over or {@link #abandon} was called.
     *
     * @param waitMillis how long to wait for missing nodes, ms
     */
    boolean await(long waitMillis) throws InterruptedException {
        if (cluster.state() != ClusterState.ACTIVE && baseline().isEmpty()) {
            LOG.info("First start: activating the grid.");
            cluster.state(ClusterState.ACTIVE);
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
        for (long poll = 0; !cluster.state().active(); poll++) {
            if (poll % REPORT_EVERY_POLLS == 0) {
                LOG.info("Waiting for nodes that own data. missing={}", missingNodes());
            }
            if (System.nanoTime() - deadline > 0 || abandoned.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    /** Ends a waiting {@link #await}. */
    void abandon() {
        abandoned.countDown();
    }

    /**
     * Lets the baseline follow the nodes that are there; with persistence Ignite leaves that off. Without persistence a
     * lost node takes its copies along, so the others make new ones at once.
     */
    void adjustBaseline(NodeSettings settings) {
        long timeout = settings.flag(Setting.PERSISTENCE) ? settings.whole(Setting.BASELINE_ADJUST_MILLIS) : 0;
        if (!cluster.isBaselineAutoAdjustEnabled() || cluster.baselineAutoAdjustTimeout() != timeout) {
            cluster.baselineAutoAdjustTimeout(timeout);
            cluster.baselineAutoAdjustEnabled(true);
        }
    }

    /** Returns whether this node owns a share of the data. */
    boolean ownsData() {
        String self = String.valueOf(cluster.localNode().consistentId());
        return baseline().stream().anyMatch(node -> self.equals(String.valueOf(node.consistentId())));
    }

    /** Returns the names of nodes that own data and are not here. */
    Set<String> missingNodes() {
        Set<String> missing = new TreeSet<>();
        baseline().forEach(node -> missing.add(String.valueOf(node.consistentId())));
        cluster.forServers().nodes().forEach(node -> missing.remove(String.valueOf(node.consistentId())));
        return missing;
    }

    private Collection<? extends BaselineNode> baseline() {
        Collection<? extends BaselineNode> nodes = cluster.currentBaselineTopology();
        return nodes == null ? List.of() : nodes;
    }
}
