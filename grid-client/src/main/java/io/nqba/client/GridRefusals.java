package io.nqba.client;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.ignite.client.ClientConnectionException;

/** Turns what Ignite's client throws into the platform's errors. */
final class GridRefusals {
    private GridRefusals() {}

    static NqbaException translate(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof NqbaException known) {
            return known;
        }
        if (cause instanceof ClientConnectionException) {
            return unreachable("The connection to the grid was lost.", cause);
        }
        return new NqbaException(
                ErrorCode.INTERNAL,
                "The grid refused an operation of the client (%s).".formatted(cause.getMessage()),
                "Look into the log of the node; client and grid should be of one version.",
                List.of(),
                cause);
    }

    static NqbaException unreachable(String problem, Throwable cause) {
        return new NqbaException(
                ErrorCode.GRID_UNREACHABLE,
                problem,
                "Check that a node runs there; `client` in grid.properties of its work directory is its address.",
                List.of(),
                cause);
    }
}
