package io.nqba.compute.annealing;

import io.nqba.compute.optimisation.HeldJob;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.TaskReply;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.lang.IgniteFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls of one coordinator to the nodes of its run, one at a time per node, heard in the order in which they are answered. For the
 * coordinator's thread alone.
 *
 * @param <R> what a call answers
 */
final class NodeCalls<R> {
    private static final Logger LOG = LoggerFactory.getLogger(NodeCalls.class);

    private final Ignite ignite;
    private final String runId;
    private final Map<UUID, int[]> asked = new HashMap<>();
    private final Map<UUID, NqbaException> refused = new HashMap<>();
    private final BlockingQueue<Arrival<R>> arrivals = new LinkedBlockingQueue<>();

    NodeCalls(Ignite ignite, String runId) {
        this.ignite = ignite;
        this.runId = runId;
    }

    private record Arrival<R>(UUID node, @Nullable TaskReply<R> reply) {}

    /**
     * Something was heard.
     *
     * @param reply the answer; null where the node was lost or cannot take part
     */
    record Heard<R>(UUID node, @Nullable R reply) {}

    /**
     * Returns the nodes that may be called, this one first.
     *
     * @param most how many at most; 0 for all
     * @throws NqbaException why none of them can take part
     */
    List<ClusterNode> nodes(int most) {
        UUID here = ignite.cluster().localNode().id();
        List<ClusterNode> nodes = ignite.cluster().forServers().nodes().stream()
                .filter(node -> !refused.containsKey(node.id()))
                .sorted(Comparator.comparing((ClusterNode node) -> !node.id().equals(here))
                        .thenComparing(ClusterNode::id))
                .toList();
        if (nodes.isEmpty()) {
            throw refused.values().iterator().next();
        }
        return most == 0 ? nodes : nodes.subList(0, Math.min(most, nodes.size()));
    }

    boolean busy(UUID node) {
        return asked.containsKey(node);
    }

    boolean anyBusy() {
        return !asked.isEmpty();
    }

    /** Returns whether a call that was tagged with this number is not answered yet. */
    boolean assigned(int tag) {
        return asked.values().stream().anyMatch(tags -> IntStream.of(tags).anyMatch(each -> each == tag));
    }

    /** Calls a node that is not busy. */
    void ask(ClusterNode node, HeldJob<R> job, int... tags) {
        UUID id = node.id();
        try {
            IgniteFuture<TaskReply<R>> future =
                    ignite.compute(ignite.cluster().forNode(node)).executeAsync(new NodeTask<R>(), job);
            asked.put(id, tags);
            future.listen(done -> arrivals.add(arrival(id, done)));
        } catch (IgniteException gone) {
            LOG.debug("A node left before it was asked, runId={}, node={}", runId, id);
        }
    }

    private static <R> Arrival<R> arrival(UUID node, IgniteFuture<TaskReply<R>> done) {
        try {
            return new Arrival<>(node, done.get());
        } catch (IgniteException lost) {
            LOG.info("A node was lost in a round, node={}, cause={}", node, lost.toString());
            return new Arrival<>(node, null);
        }
    }

    /** Waits for the next answer; null when none came in time. */
    @Nullable
    Heard<R> poll(long millis) {
        Arrival<R> arrival;
        try {
            arrival = arrivals.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IgniteException("The round of run " + runId + " was interrupted.", interrupted);
        }
        if (arrival == null) {
            return null;
        }
        asked.remove(arrival.node());
        TaskReply<R> reply = arrival.reply();
        if (reply == null) {
            return new Heard<>(arrival.node(), null);
        }
        try {
            return new Heard<>(arrival.node(), reply.orThrow());
        } catch (NqbaException refusal) {
            LOG.warn(
                    "A node cannot take part, runId={}, node={}, problem={}", runId, arrival.node(), refusal.problem());
            refused.put(arrival.node(), refusal);
            return new Heard<>(arrival.node(), null);
        }
    }
}
