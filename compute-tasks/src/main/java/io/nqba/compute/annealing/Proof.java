package io.nqba.compute.annealing;

import io.nqba.compute.kernel.annealing.ObjectiveBound;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.model.optimisation.Baseline;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What stands beside a run's value: baselines and the proven bound. Computed on a thread of its own, so that rounds do not wait. */
final class Proof {
    private final CompletableFuture<List<Baseline>> baselines = new CompletableFuture<>();
    private final CompletableFuture<Double> bound = new CompletableFuture<>();

    private Proof() {}

    /** Begins to compute. */
    static Proof of(QuadraticProblem problem, String name) {
        var proof = new Proof();
        var thread = new Thread(() -> proof.compute(problem), "annealing-proof-" + name);
        thread.setDaemon(true);
        thread.start();
        return proof;
    }

    private void compute(QuadraticProblem problem) {
        try {
            baselines.complete(Baselines.of(problem));
            bound.complete(ObjectiveBound.of(problem));
        } catch (RuntimeException | OutOfMemoryError failed) {
            baselines.completeExceptionally(failed);
            bound.completeExceptionally(failed);
        }
    }

    /** Returns the baselines; empty before they are known. */
    List<Baseline> baselines() {
        return baselines.isCompletedExceptionally() ? List.of() : baselines.getNow(List.of());
    }

    /** Returns the bound; NaN before it is known. */
    double bound() {
        return bound.isCompletedExceptionally() ? Double.NaN : bound.getNow(Double.NaN);
    }

    /** Waits for the bound, as one does who has an answer already. */
    void await(long millis) {
        try {
            bound.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unknown) {
            return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
