package io.nqba.node.finance;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.finance.FrontierPoint;
import io.nqba.model.finance.PortfolioObjective;
import io.nqba.model.finance.PortfolioProposal;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.node.optimisation.RunDesk;
import io.nqba.node.testing.FinanceFixture;
import io.nqba.node.testing.GridFixture;
import java.util.Arrays;
import java.util.List;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.Test;

/** Frontiers are spread over the nodes; the answer depends on the request alone. */
class FrontierIT {
    private static final PortfolioRequest.Builder MEAN_VARIANCE =
            request(PortfolioObjective.MAX_SHARPE).riskFree(-0.5).frontierPoints(26);
    private static final PortfolioRequest.Builder FEW = request(PortfolioObjective.MIN_CVAR)
            .mostNames(3)
            .leastHolding(0.05)
            .wholeShares(true)
            .maxRounds(2)
            .frontierPoints(9);

    private record Answer(double value, double bound, List<Double> shares, List<String> points, int nodes) {}

    private static PortfolioRequest.Builder request(PortfolioObjective objective) {
        return PortfolioRequest.of(objective).portfolioId("p-balanced");
    }

    @Test
    void oneNodeAndThreeNodesGiveTheSameBits() {
        List<Answer> alone = solve(1);
        List<Answer> together = solve(3);

        for (int k = 0; k < alone.size(); k++) {
            assertThat(together.get(k).value()).isEqualTo(alone.get(k).value());
            assertThat(together.get(k).bound()).isEqualTo(alone.get(k).bound());
            assertThat(together.get(k).shares()).isEqualTo(alone.get(k).shares());
            assertThat(together.get(k).points()).isEqualTo(alone.get(k).points());
            assertThat(alone.get(k).nodes()).isEqualTo(1);
            assertThat(together.get(k).nodes()).isEqualTo(3);
        }
        assertThat(alone.get(0).points()).hasSize(26);
        assertThat(alone.get(1).points()).hasSizeGreaterThan(5);
    }

    private static List<Answer> solve(int nodes) {
        try (GridFixture grid = GridFixture.inMemory(nodes);
                IgniteClient client = grid.client()) {
            FinanceFixture.put(grid.ignite());
            var runs = new PortfolioRuns(client);
            return List.of(answer(runs, MEAN_VARIANCE.build()), answer(runs, FEW.build()));
        }
    }

    private static Answer answer(PortfolioRuns runs, PortfolioRequest request) {
        OptimizationRun run = runs.ended(request);
        assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
        PortfolioProposal proposal = runs.proposal(run);
        List<FrontierPoint> points = runs.frontier(run).toList();
        for (int k = 1; k < points.size(); k++) {
            // Few names may give more than is asked for, and then the same portfolio answers two points.
            assertThat(points.get(k).expectedReturn())
                    .isGreaterThan(points.get(k - 1).expectedReturn() - 1e-9);
            assertThat(points.get(k).bound()).isLessThanOrEqualTo(points.get(k).risk() + 1e-9);
        }
        return new Answer(
                run.value(),
                run.bound(),
                proposal.positions().stream()
                        .map(position -> position.sharesProposed())
                        .toList(),
                points.stream()
                        .map(point -> point.risk() + Arrays.toString(point.weights()))
                        .toList(),
                run.nodes());
    }

    @Test
    void aNodeThatIsLostCostsNoPoint() {
        PortfolioRequest request = request(PortfolioObjective.MAX_SHARPE)
                .riskFree(-0.5)
                .mostNames(3)
                .leastHolding(0.02)
                .maxRounds(0)
                .frontierPoints(400)
                .build();
        try (GridFixture grid = GridFixture.inMemory(3);
                IgniteClient client = RunDesk.client(grid)) {
            FinanceFixture.put(grid.ignite());
            var runs = new PortfolioRuns(client);
            // Ignite halts nodes of one JVM that learn of a new type while another node leaves; so all types are met
            // first.
            runs.ended(FEW.build());
            OptimizationRun queued = runs.submit(request);
            runs.desk().untilRound(queued.runId(), 1);
            OptimizationRun running = runs.desk().find(queued.runId());

            grid.stopNode(other(grid, running.coordinatorNode()));
            OptimizationRun run = runs.desk().untilEnded(queued.runId());

            assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
            assertThat(runs.frontier(run).count()).isGreaterThan(300);
        }
    }

    private static int other(GridFixture grid, String coordinator) {
        for (int node = 0; node < grid.size(); node++) {
            if (!grid.ignite(node).cluster().localNode().id().toString().equals(coordinator)) {
                return node;
            }
        }
        throw new IllegalStateException("one node only");
    }
}
