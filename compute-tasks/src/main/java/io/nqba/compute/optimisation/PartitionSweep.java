package io.nqba.compute.optimisation;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.optimisation.RunRequest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.cache.CacheException;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.apache.ignite.cache.affinity.Affinity;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.lang.IgniteFutureTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every partition exactly once. Each node is asked for the partitions it owns and says for which it answered; what is missing
 * is asked again under the topology of that moment, and a report that claims a partition twice is dropped whole. Only a complete
 * sum is returned.
 */
public final class PartitionSweep {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionSweep.class);
    /** Ignite adds it to its clock: the greatest number would lie in the past. */
    private static final long FOREVER_MILLIS = TimeUnit.DAYS.toMillis(365);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Ignite ignite;
    private final String runId;
    private final RunRequest request;
    private final String cacheName;
    private final long patienceNanos;

    /**
     * @param ignite this node
     * @param runId the run
     * @param request what it was asked to do
     * @param patienceMillis how long a sweep may stand still, because owners are missing, before it is given up, milliseconds
     */
    public PartitionSweep(Ignite ignite, String runId, RunRequest request, long patienceMillis) {
        this.ignite = ignite;
        this.runId = runId;
        this.request = request;
        this.cacheName = SweptProblems.of(request).colocatedWith();
        this.patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    }

    /**
     * Asks all partitions.
     *
     * @throws NqbaException what a node refuses, or ROUND_INCOMPLETE when partitions stay without an owner
     */
    public <T extends Tally<T>> Sweep<T> ask(Inquiry<?, T> inquiry) {
        return ask(inquiry, FOREVER_MILLIS).orElseThrow();
    }

    /**
     * Asks all partitions, but waits no longer than some time.
     *
     * @return nothing when the nodes are still at it; what they compile stays with them for the next sweep of the run
     * @throws NqbaException what a node refuses, or ROUND_INCOMPLETE when partitions stay without an owner
     */
    <T extends Tally<T>> Optional<Sweep<T>> ask(Inquiry<?, T> inquiry, long mostMillis) {
        int partitions = ignite.affinity(cacheName).partitions();
        var count = new Count<>(inquiry.nothing(), partitions);
        long began = System.nanoTime();
        long lastProgress = began;
        while (!count.complete()) {
            long left = mostMillis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            Optional<List<PartitionReport>> reports = askOpen(inquiry, count, Math.max(1, left));
            if (reports.isEmpty()) {
                return Optional.empty();
            }
            if (count.addAll(reports.get())) {
                lastProgress = System.nanoTime();
                continue;
            }
            if (System.nanoTime() - lastProgress > patienceNanos) {
                throw incomplete(count, partitions);
            }
            pause();
        }
        return Optional.of(count.sweep());
    }

    /** Drops what this node keeps for the run. */
    public void forget() {
        Workbench.of(ignite).forget(runId);
    }

    /** Returns nothing when the time is over, an empty list when nobody could answer. */
    private Optional<List<PartitionReport>> askOpen(Inquiry<?, ?> inquiry, Count<?> count, long millis) {
        try {
            Map<UUID, int[]> owners = owners(count.open());
            if (owners.isEmpty()) {
                return Optional.of(List.of());
            }
            var plan = new SweepPlan(runId, request, inquiry, owners);
            List<TaskReply<PartitionReport>> replies = ignite.compute(
                            ignite.cluster().forServers())
                    .executeAsync(new PartitionSweepTask(), plan)
                    .get(millis, TimeUnit.MILLISECONDS);
            var reports = new ArrayList<PartitionReport>();
            for (TaskReply<PartitionReport> reply : replies) {
                reports.add(reply.orThrow());
            }
            return Optional.of(reports);
        } catch (IgniteFutureTimeoutException stillAtIt) {
            LOG.info("A sweep takes longer than its caller waits, runId={}, millis={}", runId, millis);
            return Optional.empty();
        } catch (IgniteException | CacheException topologyChanged) {
            LOG.warn("A sweep was interrupted and goes on, runId={}, cause={}", runId, topologyChanged.toString());
            return Optional.of(List.of());
        }
    }

    private Map<UUID, int[]> owners(BitSet open) {
        Affinity<Object> affinity = ignite.affinity(cacheName);
        Map<UUID, BitSet> byNode = new HashMap<>();
        for (int partition = open.nextSetBit(0); partition >= 0; partition = open.nextSetBit(partition + 1)) {
            ClusterNode owner = affinity.mapPartitionToNode(partition);
            if (owner != null) {
                byNode.computeIfAbsent(owner.id(), id -> new BitSet()).set(partition);
            }
        }
        Map<UUID, int[]> owners = new HashMap<>();
        byNode.forEach((node, mine) -> owners.put(node, mine.stream().toArray()));
        return owners;
    }

    private void pause() {
        LockSupport.parkNanos(PAUSE_NANOS);
        if (Thread.currentThread().isInterrupted()) {
            throw new IgniteException("The sweep of run " + runId + " was interrupted.");
        }
    }

    private static NqbaException incomplete(Count<?> count, int partitions) {
        return new NqbaException(
                ErrorCode.ROUND_INCOMPLETE,
                "The nodes answered for %d of %d partitions; the others have no owner that answers."
                        .formatted(partitions - count.open().cardinality(), partitions),
                "Start the missing grid nodes again, then submit the request again.");
    }

    /** Which partitions counted so far, and their sum. */
    static final class Count<T extends Tally<T>> {
        private final T total;
        private final BitSet open;
        private final Set<UUID> nodes = new HashSet<>();
        private long items;
        private long fingerprint;
        private long bytes;

        Count(T nothing, int partitions) {
            total = nothing;
            open = new BitSet(partitions);
            open.set(0, partitions);
        }

        boolean complete() {
            return open.isEmpty();
        }

        BitSet open() {
            return (BitSet) open.clone();
        }

        /** Counts reports and returns whether any partition was counted. */
        boolean addAll(List<PartitionReport> reports) {
            int before = open.cardinality();
            reports.forEach(this::add);
            return open.cardinality() < before;
        }

        private void add(PartitionReport report) {
            var claimed = new BitSet();
            for (int partition : report.partitions()) {
                claimed.set(partition);
            }
            var unknown = (BitSet) claimed.clone();
            unknown.andNot(open);
            boolean twice = claimed.cardinality() != report.partitions().length || !unknown.isEmpty();
            if (twice || claimed.isEmpty()) {
                return;
            }
            open.andNot(claimed);
            total.add(report.<T>tally());
            nodes.add(report.nodeId());
            items += report.items();
            fingerprint += report.fingerprint();
            bytes += report.bytes();
        }

        Sweep<T> sweep() {
            return new Sweep<>(total, items, fingerprint, nodes.size(), bytes);
        }
    }
}
