package io.nqba.node.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nqba.model.annealing.AnnealingRound;
import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.annealing.NodeShare;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.node.annealing.AnnealingDesk.Wish;
import io.nqba.node.optimisation.RunDesk;
import io.nqba.node.settings.Setting;
import io.nqba.node.testing.GridFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.Test;

/** With a budget of time every node counts as long as it is there, and nothing but its throughput goes with it. */
class NodesComeAndGoIT {
    private static final String TEXT = AnnealingDesk.graph(3_000, 9_000, 5);
    private static final Wish ENDLESS = new Wish().millis(600_000).roundMillis(100);
    private static final Map<Setting, String> ONE_THREAD =
            Map.of(Setting.PERSISTENCE, "false", Setting.SEARCH_THREADS, "1");

    @Test
    void aNodeThatJoinsSearchesAndOneThatLeavesTakesNothingAlong() {
        try (GridFixture grid = GridFixture.start(2, ONE_THREAD);
                IgniteClient client = RunDesk.client(grid)) {
            var desk = new AnnealingDesk(client);
            StoredProblem problem = desk.store("graph", TEXT, "RUDY");
            OptimizationRun queued = desk.submit(problem, ENDLESS);
            untilHeard(desk, queued.runId(), 2);

            grid.addNode();
            String joined = grid.ignite(2).cluster().localNode().id().toString();
            untilHeard(desk, queued.runId(), 3);
            OptimizationRun before = desk.find(queued.runId());
            // Not the coordinator: what happens then is another test.
            int leaver = IntStream.rangeClosed(0, 1)
                    .filter(node -> !grid.ignite(node)
                            .cluster()
                            .localNode()
                            .id()
                            .toString()
                            .equals(before.coordinatorNode()))
                    .findFirst()
                    .orElseThrow();
            grid.stopNode(leaver);
            desk.untilRound(queued.runId(), desk.find(queued.runId()).rounds() + 3);
            desk.cancel(queued.runId());
            OptimizationRun run = desk.untilEnded(queued.runId());

            assertThat(run.state()).isEqualTo(RunState.CANCELLED);
            assertThat(run.value()).isGreaterThanOrEqualTo(before.value());
            assertComplete(desk, run);
            assertThat(nodesOf(desk, run)).contains(joined).hasSize(3);
        }
    }

    @Test
    void anotherNodeGoesOnWhenTheCoordinatorLeaves() {
        try (GridFixture grid = GridFixture.start(3, ONE_THREAD);
                IgniteClient client = RunDesk.client(grid)) {
            var desk = new AnnealingDesk(client);
            StoredProblem problem = desk.store("graph", TEXT, "RUDY");
            OptimizationRun queued = desk.submit(problem, ENDLESS);
            untilHeard(desk, queued.runId(), 3);
            OptimizationRun before = desk.find(queued.runId());

            grid.stopNode(AnnealingDesk.indexOf(grid, before.coordinatorNode(), true));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> desk.find(queued.runId()).rounds() >= before.rounds() + 5);
            desk.cancel(queued.runId());
            OptimizationRun run = desk.untilEnded(queued.runId());

            assertThat(run.attempt()).as("coordinators").isGreaterThan(1);
            assertThat(run.coordinatorNode()).isNotEqualTo(before.coordinatorNode());
            assertThat(run.value()).isGreaterThanOrEqualTo(before.value());
            assertComplete(desk, run);
            await().untilAsserted(() ->
                    assertThat(client.cache(CacheNames.RUN_CHECKPOINT).size()).isZero());
        }
    }

    @Test
    void aRunGoesOnAfterARestartOfTheWholeGrid() {
        // One node: Ignite may not survive a stop while a node that has just joined gets its first data.
        try (GridFixture grid = GridFixture.start(1, Map.of(Setting.SEARCH_THREADS, "1"))) {
            String runId;
            OptimizationRun before;
            try (IgniteClient client = RunDesk.client(grid)) {
                var desk = new AnnealingDesk(client);
                StoredProblem problem = desk.store("graph", TEXT, "RUDY");
                runId = desk.submit(problem, ENDLESS).runId();
                before = desk.untilRound(runId, 5);
            }

            grid.restart();
            try (IgniteClient client = RunDesk.client(grid)) {
                var desk = new AnnealingDesk(client);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> desk.find(runId).rounds() >= before.rounds() + 3);
                desk.cancel(runId);
                OptimizationRun run = desk.untilEnded(runId);

                assertThat(run.attempt()).isGreaterThan(before.attempt());
                assertThat(run.value()).isGreaterThanOrEqualTo(before.value());
                assertComplete(desk, run);
            }
        }
    }

    private static void untilHeard(AnnealingDesk desk, String runId, int nodes) {
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.find(runId).nodes() == nodes);
    }

    private static Set<String> nodesOf(AnnealingDesk desk, OptimizationRun run) {
        return desk.rounds(run.runId()).stream()
                .flatMap(round -> round.shares().stream())
                .map(NodeShare::nodeId)
                .collect(Collectors.toSet());
    }

    /** Rounds without gaps, a best value that never falls, and bits that are worth what is said. */
    private static void assertComplete(AnnealingDesk desk, OptimizationRun run) {
        List<AnnealingRound> rounds = desk.rounds(run.runId());
        assertThat(rounds).hasSize(run.rounds());
        assertThat(rounds).extracting(AnnealingRound::value).isSorted();
        AnnealingSolution solution = desk.solution(run.runId());
        assertThat(AnnealingDesk.value(AnnealingDesk.read(TEXT), solution)).isEqualTo(run.value());
    }
}
