package io.nqba.node.batch;

import io.nqba.client.OptimisationClient;
import io.nqba.model.optimisation.OptimizationRun;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Asks a run to stop; it keeps its best answer.")
final class CancelCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private GridOption grid = new GridOption();

    @Parameters(paramLabel = "RUN", description = "Id of the run.")
    private String runId = "";

    @Override
    public Integer call() {
        try (OptimisationClient client = grid.connect()) {
            OptimizationRun run = client.cancel(runId);
            (spec == null ? CommandSpec.create() : spec)
                    .commandLine()
                    .getOut()
                    .println(
                            run.state().terminal()
                                    ? "The run has ended: %s.".formatted(run.state())
                                    : "Asked to stop; it keeps its best answer.");
        }
        return 0;
    }
}
