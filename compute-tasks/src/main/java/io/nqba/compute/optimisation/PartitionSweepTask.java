package io.nqba.compute.optimisation;

import io.nqba.compute.platform.TaskGuard;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.optimisation.RunRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.compute.ComputeJob;
import org.apache.ignite.compute.ComputeJobAdapter;
import org.apache.ignite.compute.ComputeJobResult;
import org.apache.ignite.compute.ComputeJobResultPolicy;
import org.apache.ignite.compute.ComputeTaskAdapter;
import org.apache.ignite.resources.IgniteInstanceResource;
import org.jspecify.annotations.Nullable;

/**
 * One go of a sweep: one job per node, for its own partitions. A job that is lost with its node is not failed over, because
 * another node cannot answer for those partitions before the topology says that it owns them; {@link PartitionSweep} asks again.
 */
final class PartitionSweepTask extends ComputeTaskAdapter<SweepPlan, List<TaskReply<PartitionReport>>> {
    private static final long serialVersionUID = 1L;

    @Override
    public Map<? extends ComputeJob, ClusterNode> map(List<ClusterNode> nodes, @Nullable SweepPlan plan) {
        Objects.requireNonNull(plan, "plan");
        Map<ComputeJob, ClusterNode> jobs = new HashMap<>();
        for (ClusterNode node : nodes) {
            int[] partitions = plan.partitions().get(node.id());
            if (partitions != null) {
                jobs.put(new SweepJob(plan, partitions), node);
            }
        }
        return jobs;
    }

    @Override
    public ComputeJobResultPolicy result(ComputeJobResult result, List<ComputeJobResult> received) {
        return ComputeJobResultPolicy.WAIT;
    }

    @Override
    public List<TaskReply<PartitionReport>> reduce(List<ComputeJobResult> results) {
        var replies = new ArrayList<TaskReply<PartitionReport>>();
        for (ComputeJobResult result : results) {
            if (result.getException() == null) {
                replies.add(result.getData());
            }
        }
        return replies;
    }

    /** Thin on purpose: the node's workbench has the compiled subproblems and the threads. */
    private static final class SweepJob extends ComputeJobAdapter {
        private static final long serialVersionUID = 1L;

        private final String runId;
        private final RunRequest request;
        private final Inquiry<?, ?> inquiry;
        private final int[] partitions;

        @IgniteInstanceResource
        private transient @Nullable Ignite ignite;

        SweepJob(SweepPlan plan, int[] partitions) {
            this.runId = plan.runId();
            this.request = plan.request();
            this.inquiry = plan.inquiry();
            this.partitions = partitions;
        }

        @Override
        public TaskReply<PartitionReport> execute() {
            Ignite here = Objects.requireNonNull(ignite, "ignite");
            return TaskGuard.reply(() -> Workbench.of(here).answer(runId, request, inquiry, partitions));
        }
    }
}
