package io.nqba.compute.optimisation;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.optimisation.OptimizationRun;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.compute.ComputeJob;
import org.apache.ignite.compute.ComputeJobAdapter;
import org.apache.ignite.compute.ComputeJobContext;
import org.apache.ignite.compute.ComputeJobResult;
import org.apache.ignite.compute.ComputeTaskAdapter;
import org.apache.ignite.resources.IgniteInstanceResource;
import org.apache.ignite.resources.JobContextResource;
import org.jspecify.annotations.Nullable;

/**
 * A command about one run, executed as one job on the node that owns the run's rows. The job gives its pool thread back while it
 * works, because the work may wait for jobs of other nodes: many commands at once would otherwise starve the jobs they wait for.
 *
 * @param <A> argument of the command
 */
abstract class RunKeyTask<A> extends ComputeTaskAdapter<A, TaskReply<OptimizationRun>> {
    private static final long serialVersionUID = 1L;

    @IgniteInstanceResource
    private transient @Nullable Ignite ignite;

    abstract String runId(A argument);

    abstract Callable<TaskReply<OptimizationRun>> work(Ignite here, A argument);

    abstract A required(@Nullable A argument);

    @Override
    public final Map<? extends ComputeJob, ClusterNode> map(List<ClusterNode> nodes, @Nullable A argument) {
        A given = required(argument);
        ClusterNode owner = Objects.requireNonNull(ignite, "ignite")
                .affinity(CacheNames.OPTIMIZATION_RUN)
                .mapKeyToNode(runId(given));
        ClusterNode target = owner == null ? nodes.get(0) : owner;
        return Map.of(new CommandJob<>(this, given), target);
    }

    @Override
    public final TaskReply<OptimizationRun> reduce(List<ComputeJobResult> results) {
        return results.get(0).getData();
    }

    private static final class CommandJob<A> extends ComputeJobAdapter {
        private static final long serialVersionUID = 1L;

        private final RunKeyTask<A> task;
        private final A argument;

        @IgniteInstanceResource
        private transient @Nullable Ignite ignite;

        @JobContextResource
        private transient @Nullable ComputeJobContext context;

        private transient @Nullable CompletableFuture<TaskReply<OptimizationRun>> reply;

        CommandJob(RunKeyTask<A> task, A argument) {
            this.task = task;
            this.argument = argument;
        }

        @Override
        public @Nullable Object execute() {
            if (reply != null) {
                return join(reply);
            }
            Ignite here = Objects.requireNonNull(ignite, "ignite");
            ComputeJobContext suspension = Objects.requireNonNull(context, "context");
            suspension.holdcc();
            var pending = new CompletableFuture<TaskReply<OptimizationRun>>();
            reply = pending;
            Workbench.of(here).run(() -> {
                try {
                    pending.complete(task.work(here, argument).call());
                } catch (Exception failed) {
                    pending.completeExceptionally(failed);
                } finally {
                    suspension.callcc();
                }
            });
            return null;
        }

        private static <T> T join(CompletableFuture<T> reply) {
            try {
                return reply.getNow(null);
            } catch (java.util.concurrent.CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : new IgniteException(failed);
            }
        }
    }
}
