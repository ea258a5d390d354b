package io.nqba.compute.platform;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.NodeStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.CachePeekMode;
import org.apache.ignite.cluster.ClusterMetrics;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.compute.ComputeJobAdapter;
import org.apache.ignite.internal.IgniteEx;
import org.apache.ignite.resources.IgniteInstanceResource;
import org.apache.ignite.spi.metric.LongMetric;
import org.jspecify.annotations.Nullable;

/** Looks at the node it runs on. Reads counters only, so its cost does not grow with the rows. */
final class NodeReportJob extends ComputeJobAdapter {
    /** The one data region of {@code node.xml}. */
    private static final String REGION = "io.dataregion.default";

    @IgniteInstanceResource
    private transient @Nullable Ignite ignite;

    @Override
    public NodeReport execute() {
        Ignite local = Objects.requireNonNull(ignite);
        if (!local.cluster().state().active()) {
            return new NodeReport(node(local, 0, 0), Map.of(), Map.of());
        }
        Map<String, Long> rows = new HashMap<>();
        Map<String, Long> bytes = new HashMap<>();
        for (String name : local.cacheNames()) {
            rows.put(name, local.cache(name).localSizeLong(CachePeekMode.PRIMARY));
            bytes.put(name, measured(local, "cacheGroups." + name, "TotalAllocatedSize"));
        }
        int partitions = local.affinity(CacheNames.METER_READING)
                .primaryPartitions(local.cluster().localNode())
                .length;
        return new NodeReport(node(local, measured(local, REGION, "PhysicalMemorySize"), partitions), rows, bytes);
    }

    private static NodeStatus node(Ignite local, long offHeapBytes, int primaryPartitions) {
        ClusterNode node = local.cluster().localNode();
        ClusterMetrics metrics = node.metrics();
        return new NodeStatus(
                node.id().toString(),
                String.valueOf(node.consistentId()),
                String.join(", ", node.addresses()),
                node.equals(local.cluster().forServers().forOldest().node()),
                metrics.getStartTime(),
                metrics.getTotalCpus(),
                metrics.getCurrentCpuLoad(),
                metrics.getHeapMemoryUsed(),
                metrics.getHeapMemoryMaximum(),
                offHeapBytes,
                primaryPartitions,
                metrics.getCurrentActiveJobs());
    }

    /**
     * Reads one of Ignite's measurements, which hold the memory that no public method tells. Reading them over SQL
     * (SYS.METRICS) computes all of them for each answer: 37 ms in place of 10 for a grid of three nodes, November 2026.
     */
    private static long measured(Ignite local, String group, String name) {
        LongMetric metric =
                ((IgniteEx) local).context().metric().registry(group).findMetric(name);
        return metric == null ? 0 : metric.value();
    }
}
