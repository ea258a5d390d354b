package io.nqba.console.grid;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.ignite.client.ClientConnectionException;
import org.apache.ignite.client.ClientException;
import org.apache.ignite.internal.IgniteFutureTimeoutCheckedException;

/** Turns what the thin client throws into our errors. Its texts name hosts and classes and stay in the cause. */
final class GridErrors {
    /** The server reports these as plain texts. */
    private static final List<String> PASSING_STATES =
            List.of("not activated", "stopping", "invalid state", "Channel is closed", "cluster is inactive");

    private GridErrors() {}

    static NqbaException translate(Throwable error) {
        Throwable cause = unwrap(error);
        if (cause instanceof NqbaException known) {
            return known;
        }
        if (cause instanceof TimeoutException || late(cause)) {
            return new NqbaException(
                    ErrorCode.GRID_TIMEOUT,
                    "The grid did not answer in time.",
                    "Try again in a few seconds; nothing was lost.",
                    List.of(),
                    cause);
        }
        if (cause instanceof ClientConnectionException
                || cause instanceof RejectedExecutionException
                || passing(cause)) {
            return GridConnection.unreachable(cause);
        }
        return new NqbaException(
                ErrorCode.INTERNAL,
                "The grid refused an operation of the console.",
                "Report the trace id to the operator.",
                List.of(),
                cause);
    }

    private static Throwable unwrap(Throwable error) {
        Throwable cause = error;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** A blocking call of the thin client tells by its cause alone that nobody answered in time. */
    private static boolean late(Throwable error) {
        return error instanceof ClientException && error.getCause() instanceof IgniteFutureTimeoutCheckedException;
    }

    private static boolean passing(Throwable error) {
        if (!(error instanceof ClientException)) {
            return false;
        }
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            if (cause instanceof ClientConnectionException
                    || PASSING_STATES.stream().anyMatch(text::contains)) {
                return true;
            }
        }
        return false;
    }
}
