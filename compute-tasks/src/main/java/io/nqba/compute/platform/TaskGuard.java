package io.nqba.compute.platform;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.TaskReply;
import java.util.List;
import java.util.function.Supplier;
import javax.cache.CacheException;
import org.apache.ignite.IgniteCheckedException;
import org.apache.ignite.IgniteException;
import org.apache.ignite.IgniteIllegalStateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a job throws into data. Only failures of the grid itself stay exceptions: they are worth another try elsewhere. */
public final class TaskGuard {
    private static final Logger LOG = LoggerFactory.getLogger(TaskGuard.class);

    private TaskGuard() {}

    /**
     * Returns what the work gives, or its refusal.
     *
     * @throws IgniteException if the grid itself failed
     */
    public static <T> TaskReply<T> reply(Supplier<T> work) {
        try {
            return TaskReply.of(work.get());
        } catch (NqbaException refusal) {
            return TaskReply.refused(refusal);
        } catch (IgniteException | CacheException gridFailure) {
            throw gridFailure;
        } catch (IllegalStateException state) {
            if (saysThatItStops(state)) {
                throw new IgniteException(state);
            }
            return bug(state);
        } catch (RuntimeException bug) {
            return bug(bug);
        }
    }

    /** A cache or a node that is about to stop says so by this type: with a cause of the grid's own, or thrown by the grid itself. */
    private static boolean saysThatItStops(IllegalStateException state) {
        StackTraceElement[] stack = state.getStackTrace();
        return state instanceof IgniteIllegalStateException
                || state.getCause() instanceof IgniteCheckedException
                || (stack.length > 0 && stack[0].getClassName().startsWith("org.apache.ignite."));
    }

    private static <T> TaskReply<T> bug(RuntimeException bug) {
        LOG.error("A compute job failed", bug);
        return TaskReply.refused(internal(bug));
    }

    /** Returns the error for what should not happen; the text names the cause, the log of the node has the stack. */
    public static NqbaException internal(Throwable cause) {
        return new NqbaException(
                ErrorCode.INTERNAL,
                "The grid could not finish the work (%s)."
                        .formatted(cause.getClass().getSimpleName()),
                "Try again; if it happens again, send the operator the log of the node.",
                List.of(),
                cause);
    }
}
