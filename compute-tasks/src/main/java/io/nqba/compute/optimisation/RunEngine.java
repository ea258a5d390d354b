package io.nqba.compute.optimisation;

import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.optimisation.SubmitRun;
import java.util.function.BooleanSupplier;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/**
 * A way to optimise. All engines share one life cycle: a queue, one coordinator at a time, steps that are saved before the next one
 * begins, an end. Found by {@link java.util.ServiceLoader}; stateless, so one object serves all runs of a node.
 */
public interface RunEngine {
    /** Returns whether this engine answers such requests. */
    boolean takes(RunRequest request);

    /**
     * Checks a request against the data before anything is stored.
     *
     * @throws io.nqba.model.error.NqbaException naming what is wrong
     */
    Admission admit(Ignite ignite, SubmitRun submission);

    /** Works on a run until it has ended, or until the step after {@code mayContinue} turned false. */
    void work(Ignite ignite, RunLedger ledger, RunLedger.Attempt attempt, BooleanSupplier mayContinue);

    /**
     * A request that may be queued.
     *
     * @param run the run as it shall wait in the queue
     * @param memory what its first coordinator begins with; null for nothing
     * @param beside what else belongs into the transaction that queues it: writes to rows, or a last look that refuses by throwing
     */
    record Admission(OptimizationRun run, @Nullable RunMemory memory, Runnable beside) {}
}
