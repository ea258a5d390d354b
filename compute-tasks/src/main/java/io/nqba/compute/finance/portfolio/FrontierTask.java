package io.nqba.compute.finance.portfolio;

import io.nqba.compute.optimisation.HeldJob;
import io.nqba.model.grid.TaskReply;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.compute.ComputeJob;
import org.apache.ignite.compute.ComputeJobResult;
import org.apache.ignite.compute.ComputeTaskAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Neighbouring points of a frontier as one job. Chunks go round the nodes; that of a node that is lost is made by another one, with the
 * same points, because prices lie on every node.
 */
final class FrontierTask extends ComputeTaskAdapter<FrontierOrder, TaskReply<FrontierReply>> {
    private static final long serialVersionUID = 1L;

    @Override
    public Map<? extends ComputeJob, ClusterNode> map(List<ClusterNode> nodes, @Nullable FrontierOrder order) {
        FrontierOrder given = Objects.requireNonNull(order, "order");
        List<ClusterNode> ordered =
                nodes.stream().sorted(Comparator.comparing(ClusterNode::id)).toList();
        return Map.of(new FrontierJob(given), ordered.get(given.chunk() % ordered.size()));
    }

    @Override
    public TaskReply<FrontierReply> reduce(List<ComputeJobResult> results) {
        return results.get(0).getData();
    }

    private static final class FrontierJob extends HeldJob<FrontierReply> {
        private static final long serialVersionUID = 1L;

        private final FrontierOrder order;

        FrontierJob(FrontierOrder order) {
            this.order = order;
        }

        @Override
        protected FrontierReply work(Ignite here) {
            PortfolioDesk desk = PortfolioDesk.of(here);
            PortfolioSolver solver = desk.solver(order.runId(), order.request());
            return new FrontierReply(
                    here.cluster().localNode().id(),
                    order.chunk(),
                    solver.model().revision(),
                    solver.frontier(
                            order.leastReturn(),
                            order.mostReturn(),
                            order.first(),
                            order.count(),
                            desk.stop(order.runId(), order.millis())));
        }

        @Override
        protected Executor threads(Ignite here) {
            return PortfolioDesk.of(here).workers();
        }
    }
}
