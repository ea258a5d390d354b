package io.nqba.compute.annealing;

import io.nqba.compute.optimisation.RunCheckpoint;
import io.nqba.model.grid.CacheNames;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;
import org.apache.ignite.lang.IgniteBiPredicate;
import org.apache.ignite.lang.IgniteClosure;

/** Which active runs need a problem. */
final class ProblemUse {
    private ProblemUse() {}

    /**
     * Returns the ids of runs that wait or run, by name. Called while the row of the problem is locked it sees every run that was
     * admitted, because admission locks the row too.
     */
    static List<String> activeRuns(Ignite ignite, String problemId) {
        Set<String> active = new TreeSet<>();
        IgniteBiPredicate<String, RunCheckpoint> needs =
                (runId, checkpoint) -> checkpoint.memory() instanceof AnnealingMemory memory
                        && memory.problemId().equals(problemId);
        IgniteClosure<Cache.Entry<String, RunCheckpoint>, String> name = Cache.Entry::getKey;
        try (var rows =
                ignite.<String, RunCheckpoint>cache(CacheNames.RUN_CHECKPOINT).query(new ScanQuery<>(needs), name)) {
            rows.forEach(active::add);
        }
        return List.copyOf(active);
    }
}
