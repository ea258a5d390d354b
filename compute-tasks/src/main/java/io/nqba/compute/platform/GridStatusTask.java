package io.nqba.compute.platform;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheStatus;
import io.nqba.model.grid.GridStatus;
import io.nqba.model.grid.NodeStatus;
import io.nqba.model.grid.TaskReply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cache.CacheMode;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.cluster.ClusterTopologyException;
import org.apache.ignite.compute.ComputeJob;
import org.apache.ignite.compute.ComputeJobResult;
import org.apache.ignite.compute.ComputeJobResultPolicy;
import org.apache.ignite.compute.ComputeTaskAdapter;
import org.apache.ignite.configuration.CacheConfiguration;
import org.apache.ignite.resources.IgniteInstanceResource;
import org.jspecify.annotations.Nullable;

/** Asks every server node for its state and adds the answers up. A node that leaves meanwhile is left out. */
public final class GridStatusTask extends ComputeTaskAdapter<Object, TaskReply<GridStatus>> {
    @IgniteInstanceResource
    private transient @Nullable Ignite ignite;

    @Override
    public Map<? extends ComputeJob, ClusterNode> map(List<ClusterNode> nodes, @Nullable Object argument) {
        Map<ComputeJob, ClusterNode> jobs = new HashMap<>();
        for (ClusterNode node : nodes) {
            if (!node.isClient()) {
                jobs.put(new NodeReportJob(), node);
            }
        }
        return jobs;
    }

    @Override
    public ComputeJobResultPolicy result(ComputeJobResult result, List<ComputeJobResult> received) {
        return ComputeJobResultPolicy.WAIT;
    }

    @Override
    public TaskReply<GridStatus> reduce(List<ComputeJobResult> results) {
        List<NodeReport> reports = new ArrayList<>();
        for (ComputeJobResult result : results) {
            if (result.getException() == null) {
                reports.add(result.getData());
            } else if (!(result.getException() instanceof ClusterTopologyException)) {
                return TaskReply.refused(new NqbaException(
                        ErrorCode.INTERNAL,
                        "The node (%s) cannot tell its state: %s"
                                .formatted(
                                        result.getNode().consistentId(),
                                        result.getException().getMessage()),
                        "Look at the log of that node."));
            }
        }
        return TaskReply.of(status(Objects.requireNonNull(ignite), reports));
    }

    private static GridStatus status(Ignite grid, List<NodeReport> reports) {
        List<NodeStatus> nodes = reports.stream()
                .map(NodeReport::node)
                .sorted(Comparator.comparingLong(NodeStatus::startedMillis))
                .toList();
        boolean active = grid.cluster().state().active();
        Collection<String> names = active ? grid.cacheNames() : List.of();
        return new GridStatus(
                grid.cluster().state().name(),
                grid.cluster().topologyVersion(),
                System.currentTimeMillis(),
                nodes,
                names.stream()
                        .sorted()
                        .map(name -> cache(grid.cache(name), reports))
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private static CacheStatus cache(IgniteCache<Object, Object> cache, List<NodeReport> reports) {
        CacheConfiguration<?, ?> configuration = cache.getConfiguration(CacheConfiguration.class);
        boolean replicated = configuration.getCacheMode() == CacheMode.REPLICATED;
        String name = cache.getName();
        return new CacheStatus(
                name,
                reports.stream().mapToLong(report -> report.primaryRows(name)).sum(),
                reports.stream().mapToLong(report -> report.bytes(name)).sum(),
                replicated ? 1 : configuration.getAffinity().partitions(),
                replicated ? reports.size() - 1 : configuration.getBackups(),
                replicated,
                cache.lostPartitions().size());
    }
}
