package io.nqba.node.batch;

import io.nqba.client.OptimisationClient;
import io.nqba.model.annealing.StoredProblem;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Queues a run on a running grid and prints its id alone, for scripts.")
final class SubmitCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private GridOption grid = new GridOption();

    @Mixin
    private ProblemOption problem = new ProblemOption();

    @Mixin
    private BudgetOption budget = new BudgetOption();

    @Override
    public Integer call() throws IOException {
        try (OptimisationClient client = grid.connect()) {
            StoredProblem stored = problem.in(client, grid.account());
            String runId = client.submit(budget.request(stored), grid.account()).runId();
            (spec == null ? CommandSpec.create() : spec).commandLine().getOut().println(runId);
        }
        return 0;
    }
}
