package io.nqba.node.optimisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunProgress;
import io.nqba.model.optimisation.RunState;
import io.nqba.node.energy.DistrictRecipe;
import io.nqba.node.energy.GeneratedLoad;
import io.nqba.node.testing.GridFixture;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.Test;

class CoordinatorHandoverIT {
    private static final DistrictRecipe DISTRICT = DistrictRecipe.of("block", "Block", 40, 17);
    private static final EnergyRequest REQUEST = RunDesk.request("block", RunDesk.WINDOW.start(), 168, 2, 1e-300, 40);

    @Test
    void anotherNodeGoesOnAtTheLastRoundWhenTheCoordinatorStops() {
        try (GridFixture grid = GridFixture.inMemory(3);
                IgniteClient client = RunDesk.client(grid)) {
            GeneratedLoad.silently(grid.ignite()).load(DISTRICT, RunDesk.WINDOW);
            var desk = new RunDesk(client);
            OptimizationRun undisturbed = desk.untilEnded(desk.submit(REQUEST).runId());

            OptimizationRun queued = desk.submit(REQUEST);
            OptimizationRun running = desk.untilRound(queued.runId(), 4);
            grid.stopNode(indexOf(grid, running.coordinatorNode()));
            OptimizationRun run = desk.untilEnded(queued.runId());

            assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.attempt()).as("coordinators").isGreaterThan(1);
            assertThat(run.coordinatorNode()).isNotEqualTo(running.coordinatorNode());
            assertThat(run.value()).isEqualTo(undisturbed.value());
            assertThat(run.bound()).isEqualTo(undisturbed.bound());
            assertThat(run.nodes()).isEqualTo(2);
            assertEveryRoundOnce(desk.progress(run.runId()), 40);
            assertThat(client.cache(CacheNames.RUN_CHECKPOINT).size()).isZero();
        }
    }

    @Test
    void aNodeThatJoinsAndOneThatLeavesDoNotChangeTheAnswer() {
        try (GridFixture grid = GridFixture.inMemory(2);
                IgniteClient client = RunDesk.client(grid)) {
            GeneratedLoad.silently(grid.ignite()).load(DISTRICT, RunDesk.WINDOW);
            var desk = new RunDesk(client);
            OptimizationRun undisturbed = desk.untilEnded(desk.submit(REQUEST).runId());

            OptimizationRun queued = desk.submit(UUID.randomUUID().toString(), REQUEST);
            desk.untilRound(queued.runId(), 2);
            grid.addNode();
            desk.untilRound(queued.runId(), 8);
            String coordinator = desk.find(queued.runId()).coordinatorNode();
            grid.stopNode(indexOf(grid, coordinator) == 1 ? 2 : 1);
            OptimizationRun run = desk.untilEnded(queued.runId());

            assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.value()).isEqualTo(undisturbed.value());
            assertThat(run.bound()).isEqualTo(undisturbed.bound());
            assertEveryRoundOnce(desk.progress(run.runId()), 40);
        }
    }

    private static void assertEveryRoundOnce(List<RunProgress> progress, int rounds) {
        List<Integer> counted = progress.stream()
                .filter(row -> row.state() == RunState.RUNNING && row.bytes() > 0 && row.round() > 0)
                .map(RunProgress::round)
                .toList();
        assertThat(counted).isEqualTo(IntStream.rangeClosed(1, rounds).boxed().toList());
        assertThat(progress.get(progress.size() - 1).state()).isEqualTo(RunState.SUCCEEDED);
    }

    private static int indexOf(GridFixture grid, String nodeId) {
        return IntStream.range(0, grid.size())
                .filter(node ->
                        grid.ignite(node).cluster().localNode().id().toString().equals(nodeId))
                .findFirst()
                .orElseThrow();
    }
}
