package io.nqba.compute.optimisation;

import io.nqba.compute.platform.TaskGuard;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.SubmitRun;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/**
 * Checks an optimisation request against the data and queues it. The same submission again answers with the run as it stands, so
 * that a client may repeat it after a timeout.
 */
public final class SubmitRunTask extends RunKeyTask<SubmitRun> {
    private static final long serialVersionUID = 1L;

    @Override
    String runId(SubmitRun submission) {
        return submission.runId();
    }

    @Override
    Callable<TaskReply<OptimizationRun>> work(Ignite ignite, SubmitRun submission) {
        return () -> TaskGuard.reply(() -> new Submission(ignite, submission).queue());
    }

    @Override
    SubmitRun required(@Nullable SubmitRun submission) {
        return Objects.requireNonNull(submission, "submission");
    }
}
