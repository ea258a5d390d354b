package io.nqba.compute.optimisation;

import io.nqba.compute.optimisation.RunLedger.Attempt;
import io.nqba.compute.platform.TaskGuard;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.cache.CacheException;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One coordinator's work on one run: takes it up, lets its engine work, and says what went wrong where something did. */
public final class RunCoordinator {
    private static final Logger LOG = LoggerFactory.getLogger(RunCoordinator.class);

    private final Ignite ignite;
    private final String runId;
    private final BooleanSupplier mayContinue;
    private final RunLedger ledger;

    /**
     * @param ignite this node
     * @param runId a run in the queue, or one that another coordinator left
     * @param mayContinue false when this node shall hand the run over
     */
    public RunCoordinator(Ignite ignite, String runId, BooleanSupplier mayContinue) {
        this.ignite = ignite;
        this.runId = runId;
        this.mayContinue = mayContinue;
        this.ledger = new RunLedger(ignite);
    }

    /** Works on the run until it has ended or is handed over. */
    public void work() {
        Optional<Attempt> attempt = ledger.takeUp(runId);
        if (attempt.isEmpty()) {
            return;
        }
        OptimizationRun run = attempt.get().run();
        LOG.info("Coordinating a run, runId={}, kind={}, attempt={}", runId, run.kind(), run.attempt());
        try {
            RunEngines.of(run.request()).work(ignite, ledger, attempt.get(), mayContinue);
        } catch (SupersededException handedOver) {
            LOG.info("Another coordinator has the run, runId={}, attempt={}", runId, run.attempt());
        } catch (NqbaException refusal) {
            fail(run, refusal);
        } catch (IgniteException | CacheException gridFailure) {
            LOG.warn("The run waits for the grid, runId={}, cause={}", runId, gridFailure.toString());
        } catch (RuntimeException bug) {
            LOG.error("A run failed, runId={}", runId, bug);
            fail(run, TaskGuard.internal(bug));
        }
    }

    private void fail(OptimizationRun run, NqbaException reason) {
        OptimizationRun last = ledger.find(runId).orElse(run);
        OptimizationRun failed = last.toBuilder()
                .attempt(run.attempt())
                .state(RunState.FAILED)
                .problem(reason.problem())
                .remedy(reason.remedy())
                .build();
        try {
            ledger.finish(failed, reason.problem());
            LOG.warn("A run failed, runId={}, code={}, problem={}", runId, reason.code(), reason.problem());
        } catch (SupersededException handedOver) {
            LOG.info("Another coordinator has the run, runId={}, attempt={}", runId, run.attempt());
        }
    }
}
