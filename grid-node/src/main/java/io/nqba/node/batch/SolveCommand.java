package io.nqba.node.batch;

import io.nqba.client.OptimisationClient;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "solve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Solves a problem and prints value, baseline and proven bound.",
            "On a running grid where there is one, else on nodes of its own in this process. Ctrl-C keeps the best answer."
        })
final class SolveCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private GridOption grid = new GridOption();

    @Mixin
    private ProblemOption problem = new ProblemOption();

    @Mixin
    private BudgetOption budget = new BudgetOption();

    @Mixin
    private AnswerOption answer = new AnswerOption();

    @Option(names = "--embedded", description = "Use nodes of its own even where a grid runs.")
    private boolean embedded;

    @Option(names = "--bar", description = "Redraw one line of progress; for terminals.")
    private boolean bar;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (grid.isGiven() && !embedded) {
            try (OptimisationClient client = grid.connect()) {
                return solve(client);
            }
        }
        try (OwnGrid own = OwnGrid.start(Math.max(1, budget.nodes()));
                OptimisationClient client = OptimisationClient.connect(own.address())) {
            return solve(client);
        }
    }

    private int solve(OptimisationClient client) throws IOException, InterruptedException {
        PrintWriter out =
                (spec == null ? CommandSpec.create() : spec).commandLine().getOut();
        StoredProblem stored = problem.in(client, grid.account());
        out.printf("problem   %s  %s%n", stored.problemId(), RunReport.describe(stored));
        OptimizationRun run = client.submit(budget.request(stored), grid.account());
        out.printf("run       %s%n", run.runId());
        Thread interrupted = new Thread(() -> client.cancel(run.runId()), "cancel");
        Runtime.getRuntime().addShutdownHook(interrupted);
        RunLine line = new RunLine(out, bar, budget.millis());
        OptimizationRun ended = client.follow(run.runId(), line::show);
        line.end();
        Runtime.getRuntime().removeShutdownHook(interrupted);
        new RunReport(client, out).print(ended);
        answer.write(client, ended.runId(), out);
        return ended.state() == RunState.FAILED ? 1 : 0;
    }
}
