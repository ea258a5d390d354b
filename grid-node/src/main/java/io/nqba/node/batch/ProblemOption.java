package io.nqba.node.batch;

import io.nqba.client.OptimisationClient;
import io.nqba.client.ProblemSource;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which problem to solve: a file, or one that the grid has. */
final class ProblemOption {
    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "",
            description = "DIMOD_JSON, COO_JSON, OR_LIBRARY, RUDY or QBSOLV. Default: what the content looks like")
    private String format = "";

    @Option(
            names = "--number",
            paramLabel = "K",
            defaultValue = "0",
            description = "Which problem of a collection, from 1; needed where the file holds several.")
    private int number;

    @Option(names = "--name", paramLabel = "NAME", description = "What to call it. Default: the name of the file")
    private @Nullable String name;

    /** A file or an id: exactly one of these. */
    static final class Source {
        @Parameters(paramLabel = "FILE", description = "Problem in any known format, plain or gzip.")
        private @Nullable Path file;

        @Option(names = "--problem", paramLabel = "ID", description = "Problem that the grid has.")
        private @Nullable String problemId;
    }

    /** Returns the problem, stored in the grid. */
    StoredProblem in(OptimisationClient client, String account) throws IOException {
        if (source.problemId != null) {
            String problemId = source.problemId;
            return client.problem(problemId)
                    .orElseThrow(() -> new NqbaException(
                            ErrorCode.NOT_FOUND,
                            "The grid has no problem with id (%s).".formatted(problemId),
                            "Check the id, or give the problem as a file."));
        }
        Path file = source.file == null ? Path.of("") : source.file;
        ProblemSource text = ProblemSource.file(file).in(format).problem(number);
        return client.store(name == null ? text : text.named(name), account);
    }
}
