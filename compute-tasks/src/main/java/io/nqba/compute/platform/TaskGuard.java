package io.nqba.compute.platform;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.TaskReply;
import java.util.List;
import java.util.function.Supplier;
import javax.cache.CacheException;
import org.apache.ignite.IgniteException;
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
        } catch (RuntimeException bug) {
            LOG.error("A compute job failed", bug);
            return TaskReply.refused(internal(bug));
        }
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
