package io.nqba.compute.finance.strategies;

import io.nqba.compute.optimisation.RunSettings;
import io.nqba.model.finance.BacktestRequest;
import io.nqba.model.finance.StrategyKind;
import io.nqba.model.grid.TaskReply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.compute.ComputeJob;
import org.apache.ignite.compute.ComputeJobResult;
import org.apache.ignite.compute.ComputeTaskAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Deals consecutive combinations of a grid to all nodes, as many parts as they have threads. A part whose node is lost is played by
 * another one, so a round is always complete.
 */
final class TrialTask extends ComputeTaskAdapter<Void, List<TrialReport>> {
    private static final long serialVersionUID = 1L;

    private final String universeId;
    private final StrategyKind kind;
    private final BacktestRequest request;
    private final int from;
    private final int to;

    /**
     * @param from first combination
     * @param to last combination, exclusive
     */
    TrialTask(String universeId, StrategyKind kind, BacktestRequest request, int from, int to) {
        this.universeId = universeId;
        this.kind = kind;
        this.request = request;
        this.from = from;
        this.to = to;
    }

    @Override
    public Map<? extends ComputeJob, ClusterNode> map(List<ClusterNode> nodes, @Nullable Void nothing) {
        List<ClusterNode> seats = new ArrayList<>();
        int most = nodes.stream().mapToInt(TrialTask::threads).max().orElse(1);
        for (int thread = 0; thread < most; thread++) {
            for (ClusterNode node : nodes) {
                if (thread < threads(node)) {
                    seats.add(node);
                }
            }
        }
        int parts = Math.min(seats.size(), to - from);
        Map<ComputeJob, ClusterNode> jobs = new HashMap<>();
        for (int k = 0; k < parts; k++) {
            int part = k;
            int[] mine = IntStream.range(from, to)
                    .filter(combination -> (combination - from) % parts == part)
                    .toArray();
            jobs.put(new TrialJob(universeId, kind, request, mine), seats.get(k));
        }
        return jobs;
    }

    private static int threads(ClusterNode node) {
        Object given = node.attribute(RunSettings.SEARCH_THREADS_ATTRIBUTE);
        int named = given == null ? 0 : Integer.parseInt(given.toString().trim());
        return named > 0 ? named : Math.max(1, node.metrics().getTotalCpus());
    }

    @Override
    public List<TrialReport> reduce(List<ComputeJobResult> results) {
        List<TrialReport> reports = new ArrayList<>();
        for (ComputeJobResult result : results) {
            reports.add(result.<TaskReply<TrialReport>>getData().orThrow());
        }
        return reports;
    }
}
