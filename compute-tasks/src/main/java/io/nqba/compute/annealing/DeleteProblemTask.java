package io.nqba.compute.annealing;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import java.util.List;
import org.apache.ignite.Ignite;

/** Removes a stored problem with its chunks and kept answers; refuses while a run that waits or runs needs it. */
public final class DeleteProblemTask extends OwnerTask<String, StoredProblem> {
    private static final long serialVersionUID = 1L;

    @Override
    protected String cacheName() {
        return CacheNames.OPTIMIZATION_PROBLEM;
    }

    @Override
    protected Object key(String problemId) {
        return problemId;
    }

    @Override
    protected StoredProblem work(Ignite here, String problemId) {
        var store = new ProblemStore(here);
        StoredProblem removed = store.inTransaction(() -> {
            StoredProblem row = store.require(problemId);
            List<String> runs = ProblemUse.activeRuns(here, problemId);
            if (!runs.isEmpty()) {
                throw new NqbaException(
                        ErrorCode.CONFLICT,
                        "The problem (%s) is needed by %d runs that wait or run (%s)."
                                .formatted(row.name(), runs.size(), runs.get(0)),
                        "Cancel the runs, or wait until they have ended.");
            }
            store.removeRow(problemId);
            return row;
        });
        store.removeRest(removed);
        EventDesk.of(here).forget(problemId);
        return removed;
    }
}
