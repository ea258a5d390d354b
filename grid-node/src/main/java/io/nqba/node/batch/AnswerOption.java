package io.nqba.node.batch;

import io.nqba.client.OptimisationClient;
import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the answer goes: one line with a 0 or 1 per variable, in order; 0 stands for -1 where the domain is spins. */
final class AnswerOption {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the answer's bits to a file, one line of 0 and 1.")
    private @Nullable Path file;

    /** Writes the answer where a file was named. */
    void write(OptimisationClient client, String runId, PrintWriter out) throws IOException {
        if (file == null) {
            return;
        }
        AnnealingSolution solution = found(client, runId);
        try (Writer writer = Files.newBufferedWriter(file)) {
            writeBits(solution, writer);
        }
        out.printf("answer    %s%n", file);
    }

    /** Writes the answer to the file that was named, or to the screen. */
    void print(OptimisationClient client, String runId, PrintWriter out) throws IOException {
        if (file != null) {
            write(client, runId, out);
            return;
        }
        writeBits(found(client, runId), out);
        out.flush();
    }

    private static AnnealingSolution found(OptimisationClient client, String runId) {
        return client.solution(runId)
                .orElseThrow(() -> new NqbaException(
                        ErrorCode.NOT_FOUND,
                        "The run (%s) has no answer.".formatted(runId),
                        "Check the id; a run has an answer after its first round."));
    }

    private static void writeBits(AnnealingSolution solution, Writer writer) throws IOException {
        for (int i = 0; i < solution.variables(); i++) {
            writer.write('0' + solution.bit(i));
        }
        writer.write(System.lineSeparator());
    }
}
