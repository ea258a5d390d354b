package io.nqba.node.batch;

import io.nqba.client.OptimisationClient;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which grid a command talks to. */
final class GridOption {
    @Option(
            names = "--connect",
            paramLabel = "HOST:PORT",
            description =
                    "Thin-client address of a node. scripts/nqba.sh takes that of the grid on the local work directory.")
    private @Nullable String address;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            defaultValue = "batch",
            description = "Who asks, as the list of runs shall show it. Default: ${DEFAULT-VALUE}")
    private String account = "batch";

    boolean isGiven() {
        return address != null;
    }

    String account() {
        return account;
    }

    OptimisationClient connect() {
        if (address == null) {
            throw new NqbaException(
                    ErrorCode.GRID_UNREACHABLE,
                    "No grid runs on the local work directory.",
                    "Start one with scripts/run.sh, or name the address of a node with --connect HOST:PORT.");
        }
        return OptimisationClient.connect(address);
    }
}
