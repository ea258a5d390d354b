package io.nqba.compute.annealing;

import io.nqba.model.grid.TaskReply;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.compute.ComputeJob;
import org.apache.ignite.compute.ComputeJobResult;
import org.apache.ignite.compute.ComputeJobResultPolicy;
import org.apache.ignite.compute.ComputeTaskAdapter;
import org.jspecify.annotations.Nullable;

/** One job on the one node that it is executed on. It is not failed over: another node has work of its own in the same round. */
final class NodeTask<R> extends ComputeTaskAdapter<ComputeJob, TaskReply<R>> {
    private static final long serialVersionUID = 1L;

    @Override
    public Map<? extends ComputeJob, ClusterNode> map(List<ClusterNode> nodes, @Nullable ComputeJob job) {
        return Map.of(Objects.requireNonNull(job, "job"), nodes.get(0));
    }

    @Override
    public ComputeJobResultPolicy result(ComputeJobResult result, List<ComputeJobResult> received) {
        if (result.getException() != null) {
            throw result.getException();
        }
        return ComputeJobResultPolicy.WAIT;
    }

    @Override
    public TaskReply<R> reduce(List<ComputeJobResult> results) {
        return results.get(0).getData();
    }
}
