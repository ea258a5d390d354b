package io.nqba.compute.annealing;

import io.nqba.compute.annealing.CoefficientEdits.Outcome;
import io.nqba.compute.annealing.CoreSlots.Slot;
import io.nqba.compute.annealing.FairShare.Tenant;
import io.nqba.compute.kernel.annealing.AnnealingWorker;
import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.compute.kernel.annealing.EliteExchange;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.model.annealing.StoredProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/**
 * Workers of one problem that stay between its changes. They follow each change with their fields and elites, and answer it with a short
 * search. Not for several threads.
 */
final class WarmCrew {
    /** Somebody waits for the answer. */
    private static final int PRIORITY = 9;

    private static final int KEPT = 4;
    /** Changes without an answer after which a cold start is cheaper than to catch up. */
    private static final int MOST_OWED = 16;

    private static final long SEED = 0x5EED_0F_0000L;

    private final Ignite ignite;
    private final Tenant tenant = new Tenant(PRIORITY);
    private List<AnnealingWorker> workers = List.of();
    private List<Elite> known = List.of();
    private @Nullable QuadraticProblem problem;
    private UnaryOperator<AnnealingWorker> catchUp = UnaryOperator.identity();
    private int owed;
    private int revision;

    WarmCrew(Ignite ignite) {
        this.ignite = ignite;
    }

    /** Takes a change up: warm workers add the differences, otherwise what the grid knows is valued anew. */
    void follow(StoredProblem before, StoredProblem after, Outcome outcome, ProblemStore store) {
        boolean warm = revision == before.revision();
        QuadraticProblem changed = outcome.problem();
        List<Elite> old = warm
                ? known
                : store.elites(after.problemId()).map(ElitePack::elites).orElse(List.of());
        problem = changed;
        revision = after.revision();
        known = EliteExchange.ranked(
                changed, old.stream().map(elite -> changed.elite(elite.bits())).toList(), KEPT);
        if (!warm || !outcome.inPlace()) {
            workers = List.of();
        }
        // Worked off together with the next search, in one go per worker.
        UnaryOperator<AnnealingWorker> earlier = workers.isEmpty() ? UnaryOperator.identity() : catchUp;
        long seed = SEED + revision;
        catchUp = worker -> earlier.apply(worker).changed(outcome.changes(), changed, seed);
        owed = workers.isEmpty() ? 0 : owed + 1;
        if (owed > MOST_OWED) {
            workers = List.of();
        }
    }

    /** Returns the best answer known before the search, at its present value; null when none is known. */
    @Nullable
    Elite stale() {
        return known.isEmpty() ? null : known.get(0);
    }

    /** Searches with every core and returns the best answer. */
    Elite search(StoredProblem row, long millis) {
        QuadraticProblem now = Objects.requireNonNull(problem, "problem");
        UnaryOperator<AnnealingWorker> before = workers.isEmpty() ? UnaryOperator.identity() : catchUp;
        catchUp = UnaryOperator.identity();
        owed = 0;
        if (workers.isEmpty()) {
            int count = ProblemSize.workers(row, SearchFloor.of(ignite).cores().cores());
            workers = cold(now, count);
        }
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        workers = inParallel(workers, stale -> {
            AnnealingWorker worker = before.apply(stale);
            // The time is for the search: what a change costs before it comes on top.
            worker.round(SearchLimits.of(Long.MAX_VALUE, nanos, () -> false));
            return worker;
        });
        List<Elite> all = new ArrayList<>(known);
        workers.forEach(worker -> all.add(worker.best()));
        known = EliteExchange.ranked(now, all, KEPT);
        return known.get(0);
    }

    /** Leaves the answers for whoever takes over. */
    void keep(ProblemStore store, StoredProblem row) {
        store.keep(row.problemId(), new ElitePack(row.revision(), known));
    }

    private List<AnnealingWorker> cold(QuadraticProblem now, int count) {
        List<CompletableFuture<AnnealingWorker>> made = IntStream.range(0, count)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> {
                            var worker = new AnnealingWorker(now, SEED + number);
                            worker.importElites(known);
                            return worker;
                        },
                        SearchFloor.of(ignite).rounds()))
                .toList();
        return made.stream().map(WarmCrew::joined).toList();
    }

    private List<AnnealingWorker> inParallel(List<AnnealingWorker> those, UnaryOperator<AnnealingWorker> work) {
        SearchFloor floor = SearchFloor.of(ignite);
        List<CompletableFuture<AnnealingWorker>> working = those.stream()
                .map(worker -> CompletableFuture.supplyAsync(() -> onCore(floor, worker, work), floor.rounds()))
                .toList();
        return working.stream().map(WarmCrew::joined).toList();
    }

    private AnnealingWorker onCore(SearchFloor floor, AnnealingWorker worker, UnaryOperator<AnnealingWorker> work) {
        Slot slot = floor.cores().slot(tenant);
        try {
            slot.acquire(() -> false);
            return work.apply(worker);
        } finally {
            slot.release();
        }
    }

    private static AnnealingWorker joined(CompletableFuture<AnnealingWorker> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
