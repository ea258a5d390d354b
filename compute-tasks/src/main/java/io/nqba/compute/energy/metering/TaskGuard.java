package io.nqba.compute.energy.metering;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.TaskReply;
import java.util.List;
import java.util.function.Supplier;
import javax.cache.CacheException;
import org.apache.ignite.IgniteException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a job throws into data. Failures of the grid itself stay exceptions, because another node may do better. */
final class TaskGuard {
    private static final Logger LOG = LoggerFactory.getLogger(TaskGuard.class);

    private TaskGuard() {}

    static <T> TaskReply<T> reply(Supplier<T> work) {
        try {
            return TaskReply.of(work.get());
        } catch (NqbaException refusal) {
            return TaskReply.refused(refusal);
        } catch (IgniteException | CacheException gridFailure) {
            throw gridFailure;
        } catch (RuntimeException bug) {
            LOG.error("A metering job failed", bug);
            return TaskReply.refused(internal(bug));
        }
    }

    static NqbaException internal(Throwable cause) {
        return new NqbaException(
                ErrorCode.INTERNAL,
                "The grid could not finish the work (%s)."
                        .formatted(cause.getClass().getSimpleName()),
                "Try again; if it happens again, send the operator the log of the node.",
                List.of(),
                cause);
    }

    static NqbaException interruptedByTopology(@org.jspecify.annotations.Nullable Throwable cause) {
        return new NqbaException(
                ErrorCode.GRID_UNREACHABLE,
                "A node left the grid before its share of the work was done.",
                "Try again in a few seconds.",
                List.of(),
                cause);
    }
}
