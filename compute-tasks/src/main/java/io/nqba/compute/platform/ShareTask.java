package io.nqba.compute.platform;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.TaskReply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.cluster.ClusterTopologyException;
import org.apache.ignite.compute.ComputeExecutionRejectedException;
import org.apache.ignite.compute.ComputeJob;
import org.apache.ignite.compute.ComputeJobAdapter;
import org.apache.ignite.compute.ComputeJobFailoverException;
import org.apache.ignite.compute.ComputeJobResult;
import org.apache.ignite.compute.ComputeJobResultPolicy;
import org.apache.ignite.compute.ComputeTaskAdapter;
import org.apache.ignite.resources.IgniteInstanceResource;
import org.jspecify.annotations.Nullable;

/**
 * Work that was cut into shares, each for the node its rows lie on. A share whose node is lost runs on another one, which reads the rows
 * from where they are then; so each share counts exactly once, whatever happens to the nodes.
 *
 * @param <P> what a share gives; crosses the grid wire
 */
public final class ShareTask<P> extends ComputeTaskAdapter<List<ShareTask.Placed<P>>, TaskReply<List<P>>> {
    private static final long serialVersionUID = 1L;

    private transient @Nullable NqbaException refusal;

    /**
     * One share. Crosses the grid wire.
     *
     * @param <P> what it gives
     */
    public interface Share<P> {
        /** Does the work; rows that are not on this node are fetched. */
        P work(Ignite here);
    }

    /**
     * A share and where its rows lie.
     *
     * @param node the node it should run on
     */
    public record Placed<P>(UUID node, Share<P> share) {}

    /** Runs all shares and returns what they gave, in their order. */
    public static <P> List<P> run(Ignite ignite, List<Placed<P>> shares) {
        if (shares.isEmpty()) {
            return List.of();
        }
        return ignite.compute(ignite.cluster().forServers())
                .execute(new ShareTask<P>(), shares)
                .orThrow();
    }

    @Override
    public Map<? extends ComputeJob, ClusterNode> map(List<ClusterNode> nodes, @Nullable List<Placed<P>> shares) {
        Map<ComputeJob, ClusterNode> jobs = new LinkedHashMap<>();
        for (int i = 0; i < Objects.requireNonNull(shares, "shares").size(); i++) {
            Placed<P> placed = shares.get(i);
            ClusterNode target = nodes.stream()
                    .filter(node -> node.id().equals(placed.node()))
                    .findFirst()
                    .orElse(nodes.get(i % nodes.size()));
            jobs.put(new ShareJob<>(placed.share()), target);
        }
        return jobs;
    }

    @Override
    public ComputeJobResultPolicy result(ComputeJobResult result, List<ComputeJobResult> received) {
        Throwable problem = result.getException();
        if (problem == null || refusal != null) {
            return ComputeJobResultPolicy.WAIT;
        }
        if (problem instanceof ClusterTopologyException
                || problem instanceof ComputeExecutionRejectedException
                || problem instanceof ComputeJobFailoverException) {
            return ComputeJobResultPolicy.FAILOVER;
        }
        refusal = new NqbaException(
                ErrorCode.GRID_UNREACHABLE,
                "A node left the grid before its share of the work was done.",
                "Try again in a few seconds.",
                List.of(),
                problem);
        return ComputeJobResultPolicy.REDUCE;
    }

    @Override
    public TaskReply<List<P>> reduce(List<ComputeJobResult> results) {
        if (refusal != null) {
            return TaskReply.refused(refusal);
        }
        return TaskGuard.reply(() -> {
            List<P> parts = new ArrayList<>();
            for (ComputeJobResult result : results) {
                TaskReply<P> part = result.getData();
                parts.add(part.orThrow());
            }
            return parts;
        });
    }

    private static final class ShareJob<P> extends ComputeJobAdapter {
        private static final long serialVersionUID = 1L;

        private final Share<P> share;

        @IgniteInstanceResource
        private transient @Nullable Ignite ignite;

        ShareJob(Share<P> share) {
            this.share = share;
        }

        @Override
        public Object execute() {
            Ignite here = Objects.requireNonNull(ignite, "ignite");
            return TaskGuard.reply(() -> share.work(here));
        }
    }
}
