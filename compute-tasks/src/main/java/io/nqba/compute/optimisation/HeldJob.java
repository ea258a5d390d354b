package io.nqba.compute.optimisation;

import io.nqba.compute.platform.TaskGuard;
import io.nqba.model.grid.TaskReply;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.apache.ignite.compute.ComputeJobAdapter;
import org.apache.ignite.compute.ComputeJobContext;
import org.apache.ignite.resources.IgniteInstanceResource;
import org.apache.ignite.resources.JobContextResource;
import org.jspecify.annotations.Nullable;

/**
 * A job that works on threads of its own and gives its thread of Ignite's pool back meanwhile: work that takes long, or waits for jobs
 * of other nodes, would otherwise starve the jobs it waits for. Refusals reach the caller as data.
 *
 * @param <R> what it answers; crosses the grid wire
 */
public abstract class HeldJob<R> extends ComputeJobAdapter {
    private static final long serialVersionUID = 1L;

    @IgniteInstanceResource
    private transient @Nullable Ignite ignite;

    @JobContextResource
    private transient @Nullable ComputeJobContext context;

    private transient @Nullable CompletableFuture<TaskReply<R>> reply;

    /** Does the work. */
    protected abstract R work(Ignite here);

    /** Returns the threads that work. */
    protected abstract Executor threads(Ignite here);

    @Override
    public final @Nullable Object execute() {
        if (reply != null) {
            return join(reply);
        }
        Ignite here = Objects.requireNonNull(ignite, "ignite");
        ComputeJobContext suspension = Objects.requireNonNull(context, "context");
        suspension.holdcc();
        var pending = new CompletableFuture<TaskReply<R>>();
        reply = pending;
        threads(here).execute(() -> {
            try {
                pending.complete(TaskGuard.reply(() -> work(here)));
            } catch (RuntimeException | Error failed) {
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
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IgniteException(failed);
        }
    }
}
