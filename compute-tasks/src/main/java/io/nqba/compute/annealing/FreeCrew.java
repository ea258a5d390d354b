package io.nqba.compute.annealing;

import io.nqba.compute.annealing.Exchange.Reduced;
import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.annealing.NodeShare;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.OptimizationRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;

/**
 * A crew with a budget of time: every node searches with all the cores it may, and a round is a look at what they have. A node that is
 * late, because it still reads the problem or stands still, is left out of the round and heard in a later one; a node that joins is
 * asked from the next round on.
 */
final class FreeCrew implements Crew {
    /** How much longer than its search a round waits for the last node. */
    private static final long GRACE_MILLIS = 400;

    private static final long LOOK_MILLIS = 50;
    private static final int PUBLISHED_BYTES = 2_800;
    private static final int MOST_PUBLISHED = 4;

    private final OptimizationRun run;
    private final AnnealingRequest request;
    private final AnnealingMemory begin;
    private final int bytesPerElite;
    private final EliteBoard board;
    private final NodeCalls<NodeReport> calls;
    private final Map<UUID, List<ElitePackKey>> guides = new HashMap<>();
    private List<ElitePackKey> forAll = List.of();
    private List<ClusterNode> asked = List.of();
    private int begun;
    private long endNanos;

    FreeCrew(Ignite ignite, OptimizationRun run, AnnealingMemory begin, int variables) {
        this.run = run;
        this.request = (AnnealingRequest) run.request();
        this.begin = begin;
        this.bytesPerElite = variables / 8 + 64;
        this.board = new EliteBoard(ignite);
        this.calls = new NodeCalls<>(ignite, run.runId());
    }

    @Override
    public void begin(int round, long millis) {
        begun = round;
        endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis + GRACE_MILLIS + millis / 2);
        int most = request.workers() == 0 || (request.nodes() > 0 && request.nodes() < request.workers())
                ? request.nodes()
                : request.workers();
        asked = calls.nodes(most);
        for (ClusterNode node : asked) {
            if (!calls.busy(node.id())) {
                calls.ask(node, new RoundJob(plan(node, asked.size(), round, millis)));
            }
        }
        forAll = List.of();
    }

    @Override
    public Harvest round(int round, long millis, BooleanSupplier hurry) {
        if (begun != round) {
            begin(round, millis);
        }
        // A round that brings nothing in is begun again under its number.
        begun = 0;
        return heard(await(hurry), asked);
    }

    private RoundPlan plan(ClusterNode node, int nodes, int round, long millis) {
        List<ElitePackKey> known = new ArrayList<>(guides.getOrDefault(node.id(), List.of()));
        known.addAll(forAll);
        return new RoundPlan(
                run.runId(),
                run.attempt(),
                begin.problemId(),
                begin.revision(),
                round,
                millis,
                request.seed(),
                (request.workers() + nodes - 1) / nodes,
                request.priority(),
                target(run),
                nodes == 1 ? MOST_PUBLISHED : Math.max(1, Math.min(MOST_PUBLISHED, PUBLISHED_BYTES / bytesPerElite)),
                known);
    }

    /** Returns the objective at which a run stops, an infinity where it names none. */
    static double target(OptimizationRun run) {
        double target = ((AnnealingRequest) run.request()).target();
        if (!Double.isNaN(target)) {
            return target;
        }
        return run.sense() == ObjectiveSense.MAXIMISE ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    /** Collects reports until all have come, time is up, or somebody has reached the target. */
    private List<NodeReport> await(BooleanSupplier hurry) {
        List<NodeReport> reports = new ArrayList<>();
        while (calls.anyBusy() && !hurry.getAsBoolean()) {
            if (System.nanoTime() - endNanos > 0 && reports.stream().anyMatch(report -> report.pack() != null)) {
                break;
            }
            NodeCalls.Heard<NodeReport> heard = calls.poll(LOOK_MILLIS);
            NodeReport report = heard == null ? null : heard.reply();
            if (report != null) {
                reports.add(report);
                if (run.sense().gain(report.share().value(), target(run)) >= 0) {
                    break;
                }
            }
        }
        return reports;
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
