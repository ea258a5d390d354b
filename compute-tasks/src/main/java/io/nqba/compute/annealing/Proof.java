package io.nqba.compute.annealing;

import io.nqba.compute.annealing.CoreSlots.Slot;
import io.nqba.compute.annealing.FairShare.Tenant;
import io.nqba.compute.kernel.annealing.BoundSearch;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.model.optimisation.Baseline;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands beside a run's value: baselines and a proven bound that gets better as long as the run goes. Computed on a thread of its
 * own, so that no round waits, and with the least share of the cores.
 */
final class Proof {
    private static final Logger LOG = LoggerFactory.getLogger(Proof.class);
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int LEAST_PRIORITY = 1;

    private final QuadraticProblem problem;
    private final Slot slot;
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile List<Baseline> baselines = List.of();
    private volatile double bound = Double.NaN;
    private volatile boolean stopped;

    private Proof(QuadraticProblem problem, Slot slot) {
        this.problem = problem;
        this.slot = slot;
    }

    /** Begins to compute. */
    static Proof of(QuadraticProblem problem, CoreSlots cores, String name) {
        var proof = new Proof(problem, cores.slot(new Tenant(LEAST_PRIORITY)));
        var thread = new Thread(proof::compute, "annealing-proof-" + name);
        thread.setDaemon(true);
        thread.start();
        return proof;
    }

    private void compute() {
        try {
            if (!slot.acquire(() -> stopped)) {
                return;
            }
            baselines = Baselines.of(problem);
            var search = new BoundSearch(problem);
            bound = search.bound();
            while (!stopped && !search.isFinished() && slot.acquire(() -> stopped)) {
                search.improve(
                        SearchLimits.of(Long.MAX_VALUE, SLICE_NANOS, () -> !slot.keep(() -> stopped) || stopped));
                bound = search.bound();
                first.countDown();
            }
        } catch (RuntimeException | OutOfMemoryError failed) {
            // The answer is good without its bound; what is known of it stays proven.
            LOG.warn("A bound could not be computed, cause={}", failed.toString());
        } finally {
            slot.release();
            first.countDown();
        }
    }

    /** Returns the baselines; empty before they are known. */
    List<Baseline> baselines() {
        return baselines;
    }

    /** Returns the best bound so far; NaN before there is one. */
    double bound() {
        return bound;
    }

    /** Waits for the first bound that is more than a sum, as one does who has an answer already. */
    void await(long millis) {
        try {
            if (!first.await(millis, TimeUnit.MILLISECONDS)) {
                LOG.debug("A run ends before its bound is good");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        stopped = true;
    }
}
