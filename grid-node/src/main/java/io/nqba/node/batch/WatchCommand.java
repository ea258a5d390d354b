package io.nqba.node.batch;

import io.nqba.client.OptimisationClient;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Follows a run to its end: progress, best value, bound. Ctrl-C leaves the run alone.")
final class WatchCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private GridOption grid = new GridOption();

    @Parameters(paramLabel = "RUN", description = "Id of the run.")
    private String runId = "";

    @Option(names = "--bar", description = "Redraw one line of progress; for terminals.")
    private boolean bar;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out =
                (spec == null ? CommandSpec.create() : spec).commandLine().getOut();
        try (OptimisationClient client = grid.connect()) {
            long limit = client.run(runId)
                    .map(run -> run.request().timeLimitMillis())
                    .orElse(0L);
            RunLine line = new RunLine(out, bar, limit);
            OptimizationRun ended = client.follow(runId, line::show);
            line.end();
            new RunReport(client, out).print(ended);
            return ended.state() == RunState.FAILED ? 1 : 0;
        }
    }
}
