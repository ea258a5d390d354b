package io.nqba.node.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.annealing.AnnealingRound;
import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.annealing.NodeShare;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.node.annealing.AnnealingDesk.Wish;
import io.nqba.node.optimisation.RunDesk;
import io.nqba.node.testing.GridFixture;
import java.util.Arrays;
import java.util.List;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a budget of sweeps the answer depends on the request alone. */
class SweepBudgetIT {
    private static final String SPARSE = AnnealingDesk.graph(600, 2_400, 3);
    private static final String DENSE = AnnealingDesk.graph(120, 3_000, 4);

    private record Trace(List<Long> words, double value, List<Double> rounds) {}

    @ParameterizedTest
    @ValueSource(strings = {"sparse", "dense"})
    void oneNodeAndThreeNodesGiveTheSameBits(String kind) {
        String text = kind.equals("sparse") ? SPARSE : DENSE;

        Trace alone = solve(1, text);
        Trace together = solve(3, text);

        assertThat(together.words()).isEqualTo(alone.words());
        assertThat(together.value()).isEqualTo(alone.value());
        assertThat(together.rounds()).isEqualTo(alone.rounds()).hasSizeGreaterThan(3);
    }

    private static Trace solve(int nodes, String text) {
        try (GridFixture grid = GridFixture.inMemory(nodes);
                IgniteClient client = grid.client()) {
            var desk = new AnnealingDesk(client);
            StoredProblem problem = desk.store("graph", text, "RUDY");
            OptimizationRun run = desk.untilEnded(
                    desk.submit(problem, new Wish().millis(60_000).sweeps(20_000, 5))
                            .runId());
            assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.findings().get(0)).contains("20000 sweeps");
            return trace(desk, run);
        }
    }

    private static Trace trace(AnnealingDesk desk, OptimizationRun run) {
        AnnealingSolution solution = desk.solution(run.runId());
        return new Trace(
                Arrays.stream(solution.words()).boxed().toList(),
                solution.value(),
                desk.rounds(run.runId()).stream().map(AnnealingRound::value).toList());
    }

    @Test
    void nodesThatLeaveAndJoinDoNotChangeTheAnswer() {
        Wish wish = new Wish().millis(120_000).sweeps(400_000, 6);
        try (GridFixture grid = GridFixture.inMemory(3);
                IgniteClient client = RunDesk.client(grid)) {
            var desk = new AnnealingDesk(client);
            StoredProblem problem = desk.store("graph", SPARSE, "RUDY");
            Trace undisturbed =
                    trace(desk, desk.untilEnded(desk.submit(problem, wish).runId()));

            OptimizationRun queued = desk.submit(problem, wish);
            OptimizationRun running = desk.untilRound(queued.runId(), 3);
            grid.stopNode(AnnealingDesk.indexOf(grid, running.coordinatorNode(), false));
            desk.untilRound(queued.runId(), 6);
            grid.addNode();
            String joined = grid.ignite(2).cluster().localNode().id().toString();
            // One round may have begun without it; rounds wait for all workers, so the one after that is the next.
            int next = desk.find(queued.runId()).rounds() + 2;
            desk.untilRound(queued.runId(), next);
            AnnealingRound withIt = desk.rounds(queued.runId()).get(next - 1);
            String coordinator = desk.find(queued.runId()).coordinatorNode();
            grid.stopNode(AnnealingDesk.indexOf(grid, coordinator, true));
            OptimizationRun run = desk.untilEnded(queued.runId());

            assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.attempt()).as("coordinators").isGreaterThan(1);
            assertThat(withIt.shares()).extracting(NodeShare::nodeId).contains(joined);
            assertThat(trace(desk, run).rounds())
                    .isEqualTo(undisturbed.rounds())
                    .hasSize(20);
            assertThat(trace(desk, run).words()).isEqualTo(undisturbed.words());
        }
    }
}
