package io.nqba.compute.sales.assignment;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.sales.AssignmentRequest;
import io.nqba.model.sales.AssignmentWork;
import io.nqba.model.sales.CurrentAssignmentPrices;
import java.util.Comparator;
import java.util.List;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes who works on what by runs that newer ones have superseded: a million rows each. The runs stay, with their value, bound and
 * findings. Whatever stops in between is done by the next run that ends.
 */
public final class AssignmentRetention {
    /** Runs of leads, and as many of deals, whose rows stay. */
    static final int KEPT = 10;

    private static final Logger LOG = LoggerFactory.getLogger(AssignmentRetention.class);

    private AssignmentRetention() {}

    /**
     * Removes the rows of all but the newest runs, and but those of the run whose prices new leads are assigned at.
     *
     * @param kept newest runs that keep their rows
     */
    public static void sweep(Ignite ignite, AssignmentWork work, int kept) {
        var runs = ignite.<String, OptimizationRun>cache(CacheNames.OPTIMIZATION_RUN);
        CurrentAssignmentPrices current = ignite.<String, CurrentAssignmentPrices>cache(
                        CacheNames.CURRENT_ASSIGNMENT_PRICES)
                .get(CurrentAssignmentPrices.KEY);
        List<String> superseded = priced(ignite).stream()
                .map(runs::get)
                .filter(run -> run != null
                        && run.state().terminal()
                        && run.request() instanceof AssignmentRequest request
                        && request.work() == work)
                .sorted(Comparator.comparingLong(OptimizationRun::createdMillis)
                        .reversed()
                        .thenComparing(OptimizationRun::runId))
                .skip(kept)
                .map(OptimizationRun::runId)
                .filter(runId -> current == null || !current.runId().equals(runId))
                .toList();
        for (String runId : superseded) {
            LOG.info("Rows of a superseded run are removed, runId={}", runId);
            remove(ignite, CacheNames.ASSIGNMENT, "DELETE FROM ASSIGNMENT WHERE RUN_ID = ?", runId);
            // Last, since these rows tell that there is something to remove.
            remove(ignite, CacheNames.AGENT_PRICE, "DELETE FROM AGENT_PRICE WHERE RUN_ID = ?", runId);
        }
    }

    /** Every run that wrote assignments has its agents' prices beside them. */
    private static List<String> priced(Ignite ignite) {
        var query = new SqlFieldsQuery("SELECT DISTINCT RUN_ID FROM AGENT_PRICE");
        try (var rows = ignite.cache(CacheNames.AGENT_PRICE).query(query)) {
            return rows.getAll().stream().map(row -> (String) row.get(0)).toList();
        }
    }

    private static void remove(Ignite ignite, String cacheName, String sql, String runId) {
        try (var rows = ignite.cache(cacheName).query(new SqlFieldsQuery(sql).setArgs(runId))) {
            rows.getAll();
        }
    }
}
