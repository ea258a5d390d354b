package io.nqba.compute.annealing;

import io.nqba.compute.annealing.Exchange.Reduced;
import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.annealing.NodeShare;
import io.nqba.model.optimisation.OptimizationRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;

/**
 * A crew with a budget of sweeps: a fixed number of workers, each a function of problem, seed, its number, the round and the answers
 * that it begins with. Which node plays a worker does not matter, and one that was lost with its node is played again elsewhere: the
 * answer depends on the request alone. A round waits for all workers, on whatever nodes are left.
 */
final class CountedCrew implements Crew {
    /** Long enough that a worker finishes a line, few enough rounds that it hears of the others. */
    private static final long SWEEPS_PER_ROUND = 4_000;

    private static final int MOST_ROUNDS = 20;
    private static final long LOOK_MILLIS = 50;
    private static final String POOL = "pool";
    private static final String BEST = "best";

    private final OptimizationRun run;
    private final AnnealingRequest request;
    private final AnnealingMemory begin;
    private final EliteBoard board;
    private final NodeCalls<LaneReport> calls;
    private List<ElitePackKey> forAll = List.of();

    CountedCrew(Ignite ignite, OptimizationRun run, AnnealingMemory begin) {
        this.run = run;
        this.request = (AnnealingRequest) run.request();
        this.begin = begin;
        this.board = new EliteBoard(ignite);
        this.calls = new NodeCalls<>(ignite, run.runId());
    }

    static int rounds(long sweeps) {
        return (int) Math.max(1, Math.min(MOST_ROUNDS, sweeps / SWEEPS_PER_ROUND));
    }

    @Override
    public Harvest round(int round, long millis, BooleanSupplier hurry) {
        long start = System.nanoTime();
        var open = new TreeSet<Integer>(
                IntStream.range(0, request.workers()).boxed().toList());
        List<NodeShare> shares = new ArrayList<>();
        long searched = 0;
        while (!open.isEmpty()) {
            assign(open, round, millis);
            NodeCalls.Heard<LaneReport> heard = calls.poll(LOOK_MILLIS);
            if (hurry.getAsBoolean()) {
                // Called away: the round is not complete and does not count.
                return new Harvest(Map.of(), List.of(), 0, false);
            }
            LaneReport report = heard == null ? null : heard.reply();
            if (report != null) {
                IntStream.of(report.lanes()).forEach(open::remove);
                shares.add(report.share());
                searched += report.millis();
            }
        }
        long wall = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return harvest(round, shares, Math.max(0, wall - searched / Math.max(1, shares.size())));
    }

    /** Gives open workers that nobody plays to nodes that play none. */
    private void assign(Set<Integer> open, int round, long millis) {
        List<ClusterNode> idle = new ArrayList<>();
        for (ClusterNode node : calls.nodes(request.nodes())) {
            if (!calls.busy(node.id())) {
                idle.add(node);
            }
        }
        List<Integer> free = open.stream().filter(lane -> !calls.assigned(lane)).toList();
        for (int k = 0; k < idle.size() && !free.isEmpty(); k++) {
            int node = k;
            int[] lanes = IntStream.range(0, free.size())
                    .filter(at -> at % idle.size() == node)
                    .map(free::get)
                    .toArray();
            if (lanes.length > 0) {
                calls.ask(idle.get(k), new LaneJob(plan(round, lanes, millis)), lanes);
            }
        }
    }

    private LanePlan plan(int round, int[] lanes, long millis) {
        return new LanePlan(
                run.runId(),
                begin.problemId(),
                begin.revision(),
                round,
                lanes,
                sweeps(round),
                millis,
                request.seed(),
                request.priority(),
                FreeCrew.target(run),
                IntStream.of(lanes).mapToObj(lane -> known(round, lane)).toList());
    }

    private long sweeps(int round) {
        int rounds = rounds(request.sweeps());
        return request.sweeps() / rounds + (round <= request.sweeps() % rounds ? 1 : 0);
    }

    /** What a worker begins with: its own answers, those of another one, each round of the next, and for one of them the best of all. */
    private List<ElitePackKey> known(int round, int lane) {
        if (round == 1) {
            return forAll;
        }
        int before = round - 1;
        int workers = request.workers();
        List<ElitePackKey> known = new ArrayList<>();
        known.add(LanePlan.pack(run.runId(), before, lane));
        if (workers > 1) {
            int step = 1 + Math.floorMod(before, workers - 1);
            known.add(LanePlan.pack(run.runId(), before, (lane + step) % workers));
        }
        if (lane == Math.floorMod(before, workers)) {
            known.add(new ElitePackKey(run.runId(), before, BEST));
        }
        return known;
    }

    private Harvest harvest(int round, List<NodeShare> shares, long overheadMillis) {
        Map<ElitePackKey, List<Elite>> answers = new HashMap<>();
        for (int lane = 0; lane < request.workers(); lane++) {
            ElitePackKey key = LanePlan.pack(run.runId(), round, lane);
            board.find(key).ifPresent(pack -> answers.put(key, pack.elites()));
        }
        return new Harvest(answers, NodeShares.byNode(shares, run.sense()), overheadMillis, false);
    }

    @Override
    public List<ElitePackKey> spread(int round, Harvest harvest, Reduced reduced) {
        if (round == 0) {
            forAll = List.of(publish(0, POOL, reduced.pool()));
            return forAll;
        }
        List<ElitePackKey> keys = new ArrayList<>(harvest.answers().keySet());
        keys.add(publish(round, POOL, reduced.pool()));
        keys.add(publish(round, BEST, List.of(reduced.best())));
        return keys;
    }

    private ElitePackKey publish(int round, String member, List<Elite> elites) {
        var key = new ElitePackKey(run.runId(), round, member);
        board.publish(key, new ElitePack(begin.revision(), elites));
        return key;
    }

    @Override
    public boolean holdsPool(ElitePackKey key) {
        return key.member().equals(POOL);
    }

    @Override
    public boolean done(int round) {
        return round >= rounds(request.sweeps());
    }
}
