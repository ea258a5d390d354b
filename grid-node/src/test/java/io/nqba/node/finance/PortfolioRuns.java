package io.nqba.node.finance;

import io.nqba.model.finance.FrontierPoint;
import io.nqba.model.finance.FrontierPointKey;
import io.nqba.model.finance.PortfolioProposal;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.SubmitRun;
import io.nqba.node.optimisation.RunDesk;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.ignite.client.IgniteClient;

/** Submits portfolio runs and reads their answers as the console does: by thin client. */
final class PortfolioRuns {
    private final IgniteClient client;
    private final RunDesk desk;

    PortfolioRuns(IgniteClient client) {
        this.client = client;
        this.desk = new RunDesk(client);
    }

    OptimizationRun submit(PortfolioRequest request) {
        try {
            return client.compute()
                    .<Object, TaskReply<OptimizationRun>>execute(
                            TaskNames.SUBMIT_RUN,
                            new SubmitRun(UUID.randomUUID().toString(), request, "tester"))
                    .orThrow();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    OptimizationRun ended(PortfolioRequest request) {
        return desk.untilEnded(submit(request).runId());
    }

    RunDesk desk() {
        return desk;
    }

    PortfolioProposal proposal(OptimizationRun run) {
        return Objects.requireNonNull(
                client.<String, PortfolioProposal>cache(CacheNames.PORTFOLIO_PROPOSAL)
                        .get(run.runId()),
                () -> "no proposal: " + run.problem());
    }

    Stream<FrontierPoint> frontier(OptimizationRun run) {
        var cache = client.<FrontierPointKey, FrontierPoint>cache(CacheNames.FRONTIER_POINT);
        int points = ((PortfolioRequest) run.request()).frontierPoints();
        return IntStream.range(0, points)
                .mapToObj(index -> cache.get(new FrontierPointKey(run.runId(), index)))
                .filter(Objects::nonNull);
    }
}
