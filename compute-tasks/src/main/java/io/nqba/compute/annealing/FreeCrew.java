package io.nqba.compute.annealing;

import io.nqba.compute.annealing.Exchange.Reduced;
import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.annealing.NodeShare;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.OptimizationRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.lang.IgniteFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A crew with a budget of time: every node searches with all the cores it may, and a round is a look at what they have. A node that is
 * late, because it still reads the problem or stands still, is left out of the round and heard in a later one; a node that joins is
 * asked from the next round on.
 */
final class FreeCrew implements Crew {
    private static final Logger LOG = LoggerFactory.getLogger(FreeCrew.class);
    /** How much longer than its search a round waits for the last node. */
    private static final long GRACE_MILLIS = 400;

    private static final long LOOK_MILLIS = 50;
    private static final int PUBLISHED_BYTES = 2_800;
    private static final int MOST_PUBLISHED = 4;

    private final Ignite ignite;
    private final OptimizationRun run;
    private final AnnealingRequest request;
    private final AnnealingMemory begin;
    private final int bytesPerElite;
    private final EliteBoard board;
    private final Set<UUID> asked = new HashSet<>();
    private final Map<UUID, NqbaException> refused = new HashMap<>();
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Map<UUID, List<ElitePackKey>> guides = new HashMap<>();
    private List<ElitePackKey> forAll = List.of();

    private record Arrival(UUID node, @Nullable TaskReply<NodeReport> reply) {}

    FreeCrew(Ignite ignite, OptimizationRun run, AnnealingMemory begin, int variables) {
        this.ignite = ignite;
        this.run = run;
        this.request = (AnnealingRequest) run.request();
        this.begin = begin;
        this.bytesPerElite = variables / 8 + 64;
        this.board = new EliteBoard(ignite);
    }

    @Override
    public Harvest round(int round, long millis, BooleanSupplier hurry) {
        List<ClusterNode> nodes = nodes();
        for (ClusterNode node : nodes) {
            if (!asked.contains(node.id())) {
                ask(node, nodes.size(), round, millis);
            }
        }
        forAll = List.of();
        return heard(await(millis, hurry), nodes);
    }

    private List<ClusterNode> nodes() {
        UUID here = ignite.cluster().localNode().id();
        List<ClusterNode> nodes = ignite.cluster().forServers().nodes().stream()
                .filter(node -> !refused.containsKey(node.id()))
                .sorted(Comparator.comparing((ClusterNode node) -> !node.id().equals(here))
                        .thenComparing(ClusterNode::id))
                .toList();
        if (nodes.isEmpty()) {
            throw refused.values().iterator().next();
        }
        int most = request.nodes() == 0 ? nodes.size() : request.nodes();
        most = request.workers() == 0 ? most : Math.min(most, request.workers());
        return nodes.subList(0, Math.min(most, nodes.size()));
    }

    private void ask(ClusterNode node, int nodes, int round, long millis) {
        UUID id = node.id();
        List<ElitePackKey> known = new ArrayList<>(guides.getOrDefault(id, List.of()));
        known.addAll(forAll);
        int lanes = request.workers() == 0 ? 0 : (request.workers() + nodes - 1) / nodes;
        var plan = new RoundPlan(
                run.runId(),
                run.attempt(),
                begin.problemId(),
                begin.revision(),
                round,
                millis,
                request.seed(),
                lanes,
                request.priority(),
                target(),
                nodes == 1 ? MOST_PUBLISHED : Math.max(1, Math.min(MOST_PUBLISHED, PUBLISHED_BYTES / bytesPerElite)),
                known);
        try {
            IgniteFuture<TaskReply<NodeReport>> future = ignite.compute(
                            ignite.cluster().forNode(node))
                    .executeAsync(new RoundTask<NodeReport>(), new RoundJob(plan));
            asked.add(id);
            future.listen(done -> arrivals.add(arrival(id, done)));
        } catch (IgniteException gone) {
            LOG.debug("A node left before its round, runId={}, node={}", run.runId(), id);
        }
    }

    private static Arrival arrival(UUID node, IgniteFuture<TaskReply<NodeReport>> done) {
        try {
            return new Arrival(node, done.get());
        } catch (IgniteException lost) {
            LOG.info("A node was lost in a round, node={}, cause={}", node, lost.toString());
            return new Arrival(node, null);
        }
    }

    private double target() {
        if (!Double.isNaN(request.target())) {
            return request.target();
        }
        return run.sense() == ObjectiveSense.MAXIMISE ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    /** Collects reports until all have come, time is up, or somebody has reached the target. */
    private List<NodeReport> await(long millis, BooleanSupplier hurry) {
        List<NodeReport> reports = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis + GRACE_MILLIS + millis / 2);
        try {
            while (!asked.isEmpty() && !hurry.getAsBoolean()) {
                if (System.nanoTime() - end > 0 && reports.stream().anyMatch(report -> report.pack() != null)) {
                    break;
                }
                Arrival arrival = arrivals.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (arrival == null) {
                    continue;
                }
                asked.remove(arrival.node());
                NodeReport report = report(arrival);
                if (report != null) {
                    reports.add(report);
                    if (run.sense().gain(report.share().value(), target()) >= 0) {
                        break;
                    }
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IgniteException("The round of run " + run.runId() + " was interrupted.", interrupted);
        }
        return reports;
    }

    private @Nullable NodeReport report(Arrival arrival) {
        if (arrival.reply() == null) {
            return null;
        }
        try {
            return arrival.reply().orThrow();
        } catch (NqbaException refusal) {
            LOG.warn(
                    "A node cannot take part, runId={}, node={}, problem={}",
                    run.runId(),
                    arrival.node(),
                    refusal.problem());
            refused.put(arrival.node(), refusal);
            return null;
        }
    }

    private Harvest heard(List<NodeReport> reports, List<ClusterNode> nodes) {
        Map<ElitePackKey, List<Elite>> answers = new HashMap<>();
        List<NodeShare> shares = new ArrayList<>();
        long overhead = 0;
        for (NodeReport report : reports) {
            shares.add(report.share());
            overhead = Math.max(overhead, report.idleMillis());
            if (report.pack() != null) {
                board.find(report.pack()).ifPresent(pack -> answers.put(report.pack(), pack.elites()));
            }
        }
        shares.sort(Comparator.comparing(NodeShare::nodeId));
        boolean exhausted = !reports.isEmpty()
                && reports.size() == nodes.size()
                && reports.stream().allMatch(NodeReport::exhausted);
        return new Harvest(answers, shares, overhead, exhausted);
    }

    /**
     * Each node gets the answer of another one, each round of the next; the best of all goes to one node at a time. What each worker
     * makes of its own line stays its own.
     */
    @Override
    public List<ElitePackKey> spread(int round, Harvest harvest, Reduced reduced) {
        guides.clear();
        if (round == 0) {
            forAll = publishAll(reduced.pool());
            return forAll;
        }
        List<ElitePackKey> keys = harvest.answers().keySet().stream()
                .sorted(Comparator.comparing(ElitePackKey::member).thenComparing(ElitePackKey::round))
                .toList();
        ElitePackKey best = harvest.answers().entrySet().stream()
                .filter(entry -> entry.getValue().get(0).equals(reduced.best()))
                .map(Map.Entry::getKey)
                .min(Comparator.comparing(ElitePackKey::member))
                .orElseGet(() -> publish(round, "best", reduced.best()));
        for (int k = 0; k < keys.size(); k++) {
            List<ElitePackKey> known = new ArrayList<>();
            int step = keys.size() == 1 ? 0 : 1 + Math.floorMod(round, keys.size() - 1);
            if (step > 0) {
                known.add(keys.get((k + step) % keys.size()));
            }
            if (k == Math.floorMod(round, keys.size()) && !best.equals(keys.get(k)) && !known.contains(best)) {
                known.add(best);
            }
            guides.put(UUID.fromString(keys.get(k).member()), known);
        }
        List<ElitePackKey> pool = new ArrayList<>(keys);
        if (!pool.contains(best)) {
            pool.add(best);
        }
        return pool;
    }

    private List<ElitePackKey> publishAll(List<Elite> pool) {
        return IntStream.range(0, pool.size())
                .mapToObj(k -> publish(0, "known-" + k, pool.get(k)))
                .toList();
    }

    private ElitePackKey publish(int round, String member, Elite elite) {
        var key = new ElitePackKey(run.runId(), round, member);
        board.publish(key, new ElitePack(begin.revision(), List.of(elite)));
        return key;
    }

    @Override
    public boolean done(int round) {
        return false;
    }
}
