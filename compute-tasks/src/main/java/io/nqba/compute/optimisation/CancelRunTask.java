package io.nqba.compute.optimisation;

import io.nqba.compute.platform.TaskGuard;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.optimisation.OptimizationRun;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/**
 * Asks a run to stop and keep its best answer. A queued run ends at once, a running one after the round it is in; a run that has
 * ended stays as it is.
 */
public final class CancelRunTask extends RunKeyTask<String> {
    private static final long serialVersionUID = 1L;

    @Override
    String runId(String runId) {
        return runId;
    }

    @Override
    Callable<TaskReply<OptimizationRun>> work(Ignite ignite, String runId) {
        return () -> TaskGuard.reply(() -> new RunLedger(ignite).requestCancel(runId));
    }

    @Override
    String required(@Nullable String runId) {
        return Objects.requireNonNull(runId, "runId");
    }
}
