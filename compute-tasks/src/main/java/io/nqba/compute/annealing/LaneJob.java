package io.nqba.compute.annealing;

import io.nqba.compute.annealing.CoreSlots.Slot;
import io.nqba.compute.annealing.FairShare.Tenant;
import io.nqba.compute.kernel.annealing.AnnealingWorker;
import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.compute.optimisation.HeldJob;
import io.nqba.model.annealing.NodeShare;
import io.nqba.model.annealing.StoredProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/** Plays some workers of a run with a budget of sweeps for one round, as many at once as the node has cores and memory for. */
final class LaneJob extends HeldJob<LaneReport> {
    private static final long serialVersionUID = 1L;

    /** Answers that a worker takes along into the next round. */
    private static final int TAKEN_ALONG = 6;

    private final LanePlan plan;

    LaneJob(LanePlan plan) {
        this.plan = plan;
    }

    @Override
    protected Executor threads(Ignite here) {
        return SearchFloor.of(here).rounds();
    }

    @Override
    protected LaneReport work(Ignite here) {
        SearchFloor floor = SearchFloor.of(here);
        BooleanSupplier dismissed = floor.playing(plan.runId());
        StoredProblem row = new ProblemStore(here).require(plan.problemId());
        QuadraticProblem problem = ProblemShelf.of(here).get(plan.problemId(), plan.revision());
        int atOnce = ProblemSize.workers(
                row, Math.min(plan.lanes().length, floor.cores().cores()));
        var tenant = new Tenant(plan.priority());
        var next = new AtomicInteger();
        long begin = System.nanoTime();
        List<CompletableFuture<List<Played>>> players = IntStream.range(0, atOnce)
                .mapToObj(player -> CompletableFuture.supplyAsync(
                        () -> {
                            List<Played> played = new ArrayList<>();
                            for (int at = next.getAndIncrement();
                                    at < plan.lanes().length;
                                    at = next.getAndIncrement()) {
                                Played one = play(here, problem, tenant, at, dismissed);
                                if (one != null) {
                                    played.add(one);
                                }
                            }
                            return played;
                        },
                        floor.rounds()))
                .toList();
        List<Played> all = new ArrayList<>();
        players.forEach(player -> all.addAll(joined(player)));
        return report(here, all, atOnce, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }

    private record Played(int lane, Elite best, long proposals, long flips, long nanos, long bytes) {}

    /** Returns null where the run was dismissed meanwhile. */
    private @Nullable Played play(
            Ignite here, QuadraticProblem problem, Tenant tenant, int at, BooleanSupplier dismissed) {
        var board = new EliteBoard(here);
        Slot slot = SearchFloor.of(here).cores().slot(tenant);
        try {
            if (!slot.acquire(dismissed)) {
                return null;
            }
            long begin = System.nanoTime();
            int lane = plan.lanes()[at];
            var worker = new AnnealingWorker(problem, seed(lane));
            List<Elite> known = new ArrayList<>();
            long bytes = 0;
            for (ElitePackKey key : plan.known(at)) {
                ElitePack pack = board.find(key).orElseThrow(() -> new MissingPieceException(key.toString()));
                bytes += board.size(pack);
                known.addAll(pack.elites());
            }
            worker.importElites(known);
            long nanos = TimeUnit.MILLISECONDS.toNanos(plan.millis());
            var limits = SearchLimits.of(
                    proposals(problem.size()), nanos, () -> !slot.keep(dismissed) || dismissed.getAsBoolean());
            worker.round(limits, plan.target());
            if (dismissed.getAsBoolean()) {
                return null;
            }
            List<Elite> answers = worker.exportElites(TAKEN_ALONG);
            bytes += board.publish(
                    LanePlan.pack(plan.runId(), plan.round(), lane), new ElitePack(plan.revision(), answers));
            long took = System.nanoTime() - begin - slot.waitedNanos();
            return new Played(lane, answers.get(0), worker.proposals(), worker.flips(), took, bytes);
        } finally {
            slot.release();
        }
    }

    private long seed(int lane) {
        return plan.seed() + lane * 0x9E37_79B9_7F4A_7C15L + plan.round() * 0xBF58_476D_1CE4_E5B9L;
    }

    private long proposals(int size) {
        return plan.sweeps() >= Long.MAX_VALUE / Math.max(1, size) ? Long.MAX_VALUE : plan.sweeps() * size;
    }

    private LaneReport report(Ignite here, List<Played> played, int workers, long millis) {
        var node = here.cluster().localNode();
        double value = played.stream()
                .map(Played::best)
                .min(ProblemShelf.of(here)
                        .get(plan.problemId(), plan.revision())
                        .bestFirst())
                .map(Elite::value)
                .orElse(Double.NaN);
        var share = new NodeShare(
                node.id().toString(),
                Objects.requireNonNullElse(here.name(), ""),
                workers,
                value,
                played.stream().mapToLong(Played::proposals).sum(),
                played.stream().mapToLong(Played::flips).sum(),
                TimeUnit.NANOSECONDS.toMillis(
                        played.stream().mapToLong(Played::nanos).sum()),
                played.stream().mapToLong(Played::bytes).sum());
        return new LaneReport(share, played.stream().mapToInt(Played::lane).toArray(), millis);
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
