package io.nqba.node.batch;

import io.nqba.client.OptimisationClient;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "solution",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes the best answer of a run so far; to the screen without --out.")
final class SolutionCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private GridOption grid = new GridOption();

    @Mixin
    private AnswerOption answer = new AnswerOption();

    @Parameters(paramLabel = "RUN", description = "Id of the run.")
    private String runId = "";

    @Override
    public Integer call() throws IOException {
        try (OptimisationClient client = grid.connect()) {
            answer.print(
                    client,
                    runId,
                    (spec == null ? CommandSpec.create() : spec).commandLine().getOut());
        }
        return 0;
    }
}
