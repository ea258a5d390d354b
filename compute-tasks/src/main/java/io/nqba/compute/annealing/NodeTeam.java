package io.nqba.compute.annealing;

import io.nqba.compute.annealing.FairShare.Tenant;
import io.nqba.compute.annealing.Lane.Snapshot;
import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.model.annealing.NodeShare;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.optimisation.ObjectiveSense;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/**
 * The workers of one run on one node. They go on between rounds and while a coordinator is replaced; without a plan for a while they
 * end by themselves.
 */
final class NodeTeam {
    /** Longer than it takes to notice that a coordinator is gone and to find another one. */
    private static final long LEASE_NANOS = TimeUnit.SECONDS.toNanos(15);
    /** How long a report waits for the first answers of a problem that is still being read. */
    private static final long LOADING_NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int NEIGHBOUR_EVERY = 4;

    private final Ignite ignite;
    private final RoundPlan first;
    private final ObjectiveSense sense;
    private final List<Lane> lanes = new ArrayList<>();
    private final Object news = new Object();
    private final Totals reported = new Totals();
    private volatile @Nullable QuadraticProblem problem;
    private volatile Stretch stretch;
    private volatile boolean ended;
    private volatile @Nullable Throwable failure;
    private int attempt;

    /** A round and when it ends. */
    private record Stretch(int round, long boundaryNanos, long leaseNanos) {}

    private static final class Totals {
        private long proposals;
        private long flips;
        private long searchNanos;
        private long idleNanos;
    }

    NodeTeam(Ignite ignite, StoredProblem row, RoundPlan plan) {
        this.ignite = ignite;
        this.first = plan;
        this.sense = row.sense();
        this.stretch = new Stretch(0, Long.MAX_VALUE, Long.MAX_VALUE);
        CoreSlots cores = SearchFloor.of(ignite).cores();
        var tenant = new Tenant(plan.priority());
        int wanted = plan.lanes() == 0 ? cores.cores() : Math.min(plan.lanes(), cores.cores());
        long birth = plan.seed() ^ ignite.cluster().localNode().id().hashCode() * 0x9E37_79B9_7F4A_7C15L;
        for (int lane = 0; lane < ProblemSize.workers(row, wanted); lane++) {
            lanes.add(new Lane(this, cores.slot(tenant), birth + plan.round() * 1_000_003L + lane * 7_919L));
        }
    }

    /** Starts a round: sets its end and deals the guides. The workers start with the first one. */
    synchronized void begin(RoundPlan plan, List<Elite> guides) {
        if (plan.attempt() < attempt || ended) {
            return;
        }
        boolean starts = stretch.round() == 0;
        attempt = plan.attempt();
        long now = System.nanoTime();
        long millis = TimeUnit.MILLISECONDS.toNanos(plan.searchMillis());
        stretch = new Stretch(plan.round(), now + millis, now + millis + LEASE_NANOS);
        deal(plan.round(), guides);
        if (starts) {
            for (int lane = 0; lane < lanes.size(); lane++) {
                var thread = new Thread(lanes.get(lane), "annealing-" + ignite.name() + "-" + lane);
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    /**
     * A foreign guide goes to one worker only, each round to the next; the others learn from a neighbour once in a while. Everybody
     * taking everything makes all of them the same within a few rounds.
     */
    private void deal(int round, List<Elite> guides) {
        int count = lanes.size();
        for (int k = 0; k < guides.size(); k++) {
            lanes.get(Math.floorMod(round + k, count)).tell(guides.get(k));
        }
        for (int lane = 0; lane < count && count > 1; lane++) {
            Snapshot neighbour = lanes.get((lane + 1) % count).latest();
            if (neighbour != null && Math.floorMod(round + lane, NEIGHBOUR_EVERY) == 0) {
                lanes.get(lane).tell(neighbour.elites().get(0));
            }
        }
        synchronized (news) {
            news.notifyAll();
        }
    }

    QuadraticProblem problem() {
        QuadraticProblem known = problem;
        if (known == null) {
            known = ProblemShelf.of(ignite).get(first.problemId(), first.revision());
            problem = known;
        }
        return known;
    }

    double target() {
        return first.target();
    }

    int elites() {
        return first.elites();
    }

    int round() {
        return stretch.round();
    }

    boolean reaches(Elite elite) {
        return sense.gain(elite.value(), first.target()) >= 0;
    }

    /** Returns whether a worker that published a round last has to publish the present one. */
    boolean due(int published) {
        Stretch now = stretch;
        return ended() || (now.round() > published && System.nanoTime() - now.boundaryNanos() >= 0);
    }

    boolean ended() {
        return ended || (stretch.round() > 0 && System.nanoTime() - stretch.leaseNanos() > 0);
    }

    void end() {
        ended = true;
        published();
    }

    void fail(Throwable cause) {
        failure = cause;
        published();
    }

    void published() {
        synchronized (news) {
            news.notifyAll();
        }
    }

    /** Waits until there is mail or the team has ended. */
    void awaitNews(BooleanSupplier mail) {
        await(() -> ended() || mail.getAsBoolean(), Long.MAX_VALUE >> 1);
    }

    /** Waits for the end of the round and returns what the workers had then. */
    List<Snapshot> harvest(RoundPlan plan) {
        long boundary = stretch.boundaryNanos() - System.nanoTime();
        long grace = GRACE_NANOS + TimeUnit.MILLISECONDS.toNanos(plan.searchMillis()) / 4;
        await(() -> ended || failure != null || done(plan.round()), boundary + grace);
        await(() -> ended || failure != null || !snapshots().isEmpty(), LOADING_NANOS);
        refuseFailed();
        return snapshots();
    }

    private boolean done(int round) {
        boolean all = true;
        for (Lane lane : lanes) {
            Snapshot latest = lane.latest();
            if (latest != null && latest.finished() && reaches(latest.elites().get(0))) {
                return true;
            }
            all &= latest != null && (latest.round() >= round || latest.finished());
        }
        return all;
    }

    private List<Snapshot> snapshots() {
        return lanes.stream().map(Lane::latest).filter(Objects::nonNull).toList();
    }

    private void refuseFailed() {
        Throwable cause = failure;
        if (cause instanceof RuntimeException known) {
            throw known;
        }
        if (cause != null) {
            throw ProblemSize.tooLarge(new ProblemStore(ignite).require(first.problemId()));
        }
    }

    /** Returns what the node did since its last report. */
    synchronized NodeShare share(List<Snapshot> snapshots, double value, long bytes) {
        var now = new Totals();
        for (Snapshot each : snapshots) {
            now.proposals += each.proposals();
            now.flips += each.flips();
            now.searchNanos += each.searchNanos();
            now.idleNanos += each.idleNanos();
        }
        var node = ignite.cluster().localNode();
        var share = new NodeShare(
                node.id().toString(),
                Objects.requireNonNullElse(ignite.name(), ""),
                lanes.size(),
                value,
                now.proposals - reported.proposals,
                now.flips - reported.flips,
                TimeUnit.NANOSECONDS.toMillis(now.searchNanos - reported.searchNanos),
                bytes);
        reported.proposals = now.proposals;
        reported.flips = now.flips;
        reported.searchNanos = now.searchNanos;
        return share;
    }

    /** Returns the time that workers did not search since it was asked last, on average, milliseconds. */
    synchronized long idleMillis(List<Snapshot> snapshots) {
        long total = snapshots.stream().mapToLong(Snapshot::idleNanos).sum();
        long idle = total - reported.idleNanos;
        reported.idleNanos = total;
        return TimeUnit.NANOSECONDS.toMillis(idle / Math.max(1, snapshots.size()));
    }

    private void await(BooleanSupplier condition, long nanos) {
        long end = System.nanoTime() + nanos;
        synchronized (news) {
            while (!condition.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                try {
                    // Looks again now and then: the end of a lease rings no bell.
                    news.wait(Math.min(left, 500));
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    @Override
    public String toString() {
        return "NodeTeam[%s, %d workers]".formatted(first.runId(), lanes.size());
    }
}
