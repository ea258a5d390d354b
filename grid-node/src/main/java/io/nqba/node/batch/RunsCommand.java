package io.nqba.node.batch;

import io.nqba.client.OptimisationClient;
import io.nqba.model.optimisation.OptimizationRun;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists the newest runs of every unit.")
final class RunsCommand implements Callable<Integer> {
    private static final String ROW = "%-36s  %-10s  %-20s  %-20s  %16s  %16s  %9s%n";
    private static final int MOST = 10_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private GridOption grid = new GridOption();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many. Default: ${DEFAULT-VALUE}")
    private int limit = 20;

    @Override
    public Integer call() {
        CommandSpec given = spec == null ? CommandSpec.create() : spec;
        if (limit < 1 || limit > MOST) {
            throw new ParameterException(
                    given.commandLine(), "The --limit (%d) must lie between 1 and %d".formatted(limit, MOST));
        }
        PrintWriter out = given.commandLine().getOut();
        try (OptimisationClient client = grid.connect()) {
            out.printf(ROW, "run", "state", "created", "subject", "value", "bound", "gap");
            client.runs(limit).forEach(run -> print(out, run));
        }
        return 0;
    }

    private static void print(PrintWriter out, OptimizationRun run) {
        out.printf(
                ROW,
                run.runId(),
                run.state(),
                Instant.ofEpochMilli(run.createdMillis()).truncatedTo(ChronoUnit.SECONDS),
                run.subject().length() > 20 ? run.subject().substring(0, 19) + "…" : run.subject(),
                RunReport.number(run.value()),
                RunReport.number(run.bound()),
                RunReport.percent(run.gap()));
    }
}
