package io.nqba.node.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nqba.model.annealing.AnnealingRound;
import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.annealing.NodeShare;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.node.annealing.AnnealingDesk;
import io.nqba.node.annealing.AnnealingDesk.Wish;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of an annealing run when a node of it is killed: everything but the node's throughput. */
class KilledSearchIT {
    private static final String LARGE = AnnealingDesk.graph(3_000, 9_000, 5);
    private static final String SMALL = AnnealingDesk.graph(600, 2_400, 3);
    private static final Map<String, String> ONE_THREAD = Map.of("NQBA_SEARCH_THREADS", "1");

    @TempDir
    private Path directory;

    @Test
    void aRunEndsInTimeAndKeepsItsBestWhenAMemberIsKilled() {
        try (ProcessGrid grid = ProcessGrid.start(directory, 3, ONE_THREAD);
                IgniteClient client = grid.client()) {
            var desk = new AnnealingDesk(client);
            StoredProblem problem = desk.store("graph", LARGE, "RUDY");
            String runId = desk.submit(problem, new Wish().millis(12_000).roundMillis(100))
                    .runId();
            untilHeard(desk, runId, 3);
            OptimizationRun before = desk.find(runId);
            List<AnnealingRound> roundsBefore = desk.rounds(runId);
            String member = last(roundsBefore).shares().stream()
                    .map(NodeShare::nodeId)
                    .filter(node -> !node.equals(before.coordinatorNode()))
                    .findFirst()
                    .orElseThrow();

            grid.kill(member);
            OptimizationRun run = desk.untilEnded(runId);

            assertThat(before.state()).as("killed in the middle").isEqualTo(RunState.RUNNING);
            assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.findings().get(0)).contains("its time limit of 12.0 s");
            assertThat(run.attempt()).as("coordinators").isEqualTo(before.attempt());
            assertThat(run.rounds()).isGreaterThan(before.rounds());
            assertThat(nodesOf(last(desk.rounds(runId)))).hasSize(2).doesNotContain(member);
            assertGoesOnFrom(roundsBefore, desk, run, LARGE);
        }
    }

    @Test
    void anotherNodeGoesOnFromTheLastRoundWhenTheCoordinatorIsKilledAndANewOneHelps() {
        try (ProcessGrid grid = ProcessGrid.start(directory, 2, ONE_THREAD);
                IgniteClient client = grid.client()) {
            var desk = new AnnealingDesk(client);
            StoredProblem problem = desk.store("graph", LARGE, "RUDY");
            String runId = desk.submit(problem, new Wish().millis(600_000).roundMillis(100))
                    .runId();
            untilHeard(desk, runId, 2);
            OptimizationRun before = desk.find(runId);
            List<AnnealingRound> roundsBefore = desk.rounds(runId);

            grid.kill(before.coordinatorNode());
            await().atMost(Duration.ofSeconds(30)).until(() -> desk.find(runId).rounds() >= before.rounds() + 5);
            String joined = grid.add();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> nodesOf(last(desk.rounds(runId))).contains(joined));
            desk.cancel(runId);
            OptimizationRun run = desk.untilEnded(runId);

            assertThat(run.state()).as(run.problem()).isEqualTo(RunState.CANCELLED);
            assertThat(run.attempt()).as("coordinators").isGreaterThan(before.attempt());
            assertThat(run.coordinatorNode()).isNotEqualTo(before.coordinatorNode());
            assertGoesOnFrom(roundsBefore, desk, run, LARGE);
        }
    }

    @Test
    void aBudgetOfSweepsEndsWithTheSameBitsWhenItsCoordinatorIsKilled() {
        Wish wish = new Wish().millis(120_000).sweeps(200_000, 6);
        try (ProcessGrid grid = ProcessGrid.start(directory, 2, ONE_THREAD);
                IgniteClient client = grid.client()) {
            var desk = new AnnealingDesk(client);
            StoredProblem problem = desk.store("graph", SMALL, "RUDY");
            OptimizationRun undisturbed =
                    desk.untilEnded(desk.submit(problem, wish).runId());

            String runId = desk.submit(problem, wish).runId();
            OptimizationRun before = desk.untilRound(runId, 2);
            List<AnnealingRound> roundsBefore = desk.rounds(runId);
            grid.kill(before.coordinatorNode());
            OptimizationRun run = desk.untilEnded(runId);

            assertThat(before.state()).as("killed in the middle").isEqualTo(RunState.RUNNING);
            assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.attempt()).as("coordinators").isGreaterThan(before.attempt());
            assertThat(nodesOf(last(desk.rounds(runId)))).hasSize(1).doesNotContain(before.coordinatorNode());
            assertGoesOnFrom(roundsBefore, desk, run, SMALL);
            assertThat(values(desk, runId)).isEqualTo(values(desk, undisturbed.runId()));
            assertThat(words(desk, runId)).isEqualTo(words(desk, undisturbed.runId()));
        }
    }

    private static void untilHeard(AnnealingDesk desk, String runId, int nodes) {
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.find(runId).nodes() == nodes);
    }

    private static AnnealingRound last(List<AnnealingRound> rounds) {
        return rounds.get(rounds.size() - 1);
    }

    private static Set<String> nodesOf(AnnealingRound round) {
        return round.shares().stream().map(NodeShare::nodeId).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Double> values(AnnealingDesk desk, String runId) {
        return desk.rounds(runId).stream().map(AnnealingRound::value).toList();
    }

    private static List<Long> words(AnnealingDesk desk, String runId) {
        return Arrays.stream(desk.solution(runId).words()).boxed().toList();
    }

    /** The rounds saved before stand as they were, none is missing after them, the best never falls and is worth what is said. */
    private static void assertGoesOnFrom(
            List<AnnealingRound> before, AnnealingDesk desk, OptimizationRun run, String text) {
        List<AnnealingRound> rounds = desk.rounds(run.runId());
        assertThat(rounds).hasSize(run.rounds()).hasSizeGreaterThan(before.size());
        assertThat(rounds.subList(0, before.size()))
                .usingRecursiveComparison()
                // A node that still reads the problem has no value yet: NaN, which == never finds equal.
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(before);
        assertThat(rounds).extracting(AnnealingRound::value).isSorted();
        assertThat(rounds).extracting(AnnealingRound::elapsedMillis).isSorted();
        AnnealingSolution solution = desk.solution(run.runId());
        assertThat(run.value()).isEqualTo(last(rounds).value());
        assertThat(AnnealingDesk.value(AnnealingDesk.read(text), solution)).isEqualTo(run.value());
    }
}
