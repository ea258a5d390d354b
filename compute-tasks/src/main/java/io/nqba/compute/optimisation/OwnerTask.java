package io.nqba.compute.optimisation;

import io.nqba.model.grid.TaskReply;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.compute.ComputeJob;
import org.apache.ignite.compute.ComputeJobResult;
import org.apache.ignite.compute.ComputeTaskAdapter;
import org.apache.ignite.resources.IgniteInstanceResource;
import org.jspecify.annotations.Nullable;

/**
 * A command about one thing, executed as one job on the node that owns the rows of that thing. The job gives its pool thread back while
 * it works ({@link HeldJob}).
 *
 * @param <A> argument of the command
 * @param <R> what it answers; crosses the grid wire
 */
public abstract class OwnerTask<A, R> extends ComputeTaskAdapter<A, TaskReply<R>> {
    private static final long serialVersionUID = 1L;

    @IgniteInstanceResource
    private transient @Nullable Ignite ignite;

    /** Returns the cache whose key says which node works. */
    protected abstract String cacheName();

    /** Returns the key that the command is about. */
    protected abstract Object key(A argument);

    /** Does the work on the owner; refusals it throws reach the caller as data. */
    protected abstract R work(Ignite here, A argument);

    /** Returns the threads that work, by default those for short commands. */
    protected Executor threads(Ignite here) {
        return Workbench.of(here).commands();
    }

    @Override
    public final Map<? extends ComputeJob, ClusterNode> map(List<ClusterNode> nodes, @Nullable A argument) {
        A given = Objects.requireNonNull(argument, "argument");
        ClusterNode owner =
                Objects.requireNonNull(ignite, "ignite").affinity(cacheName()).mapKeyToNode(key(given));
        ClusterNode target = owner == null ? nodes.get(0) : owner;
        return Map.of(new CommandJob<>(this, given), target);
    }

    @Override
    public final TaskReply<R> reduce(List<ComputeJobResult> results) {
        return results.get(0).getData();
    }

    private static final class CommandJob<A, R> extends HeldJob<R> {
        private static final long serialVersionUID = 1L;

        private final OwnerTask<A, R> task;
        private final A argument;

        CommandJob(OwnerTask<A, R> task, A argument) {
            this.task = task;
            this.argument = argument;
        }

        @Override
        protected R work(Ignite here) {
            return task.work(here, argument);
        }

        @Override
        protected Executor threads(Ignite here) {
            return task.threads(here);
        }
    }
}
