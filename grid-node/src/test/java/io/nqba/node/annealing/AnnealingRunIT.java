package io.nqba.node.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nqba.model.annealing.AnnealingRound;
import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.node.annealing.AnnealingDesk.Wish;
import io.nqba.node.optimisation.RunDesk;
import io.nqba.node.settings.Setting;
import io.nqba.node.testing.GridFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnnealingRunIT {
    private static final String TEXT = AnnealingDesk.graph(600, 2_400, 3);

    private GridFixture grid;
    private IgniteClient client;
    private AnnealingDesk desk;
    private StoredProblem stored;

    @BeforeAll
    void start() {
        grid = GridFixture.start(3, Map.of(Setting.PERSISTENCE, "false", Setting.SEARCH_THREADS, "2"));
        client = RunDesk.client(grid);
        desk = new AnnealingDesk(client);
        stored = desk.store("graph", TEXT, "");
    }

    @AfterAll
    void stop() {
        client.close();
        grid.close();
    }

    @Test
    void aRunEndsWithItsAnswerItsBaselinesAndItsProof() {
        OptimizationRun queued = desk.submit(stored, new Wish().millis(500));
        OptimizationRun run = desk.untilEnded(queued.runId());

        assertThat(queued.state()).isEqualTo(RunState.QUEUED);
        assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.sense()).isEqualTo(ObjectiveSense.MAXIMISE);
        assertThat(run.value()).isLessThanOrEqualTo(run.bound());
        assertThat(run.gap()).isEqualTo((run.bound() - run.value()) / run.value());
        assertThat(run.baselines()).extracting(Baseline::name).containsExactly("all-zeros", "one-flip-descent");
        assertThat(run.baselines()).allSatisfy(other -> assertThat(run.value()).isGreaterThan(other.value()));
        assertThat(run.findings().get(0)).contains("time limit of 0.5 s", "proven to be within");
        assertAnswered(run);
    }

    @Test
    void everyNodeSearchesAndSaysWhatItDid() {
        OptimizationRun queued = desk.submit(stored, new Wish().millis(600_000));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> desk.find(queued.runId()).nodes() == 3
                        && desk.find(queued.runId()).rounds() > 3);
        desk.cancel(queued.runId());
        OptimizationRun run = desk.untilEnded(queued.runId());

        assertAnswered(run);
        List<AnnealingRound> rounds = desk.rounds(run.runId());
        assertThat(rounds)
                .hasSize(run.rounds())
                .extracting(AnnealingRound::round)
                .isEqualTo(IntStream.rangeClosed(1, run.rounds()).boxed().toList());
        assertThat(rounds).extracting(AnnealingRound::value).isSorted();
        assertThat(rounds)
                .as("rounds that heard all nodes")
                .anySatisfy(round -> assertThat(round.shares()).hasSize(3).allSatisfy(share -> {
                    assertThat(share.workers()).isEqualTo(2);
                    assertThat(share.proposals()).isPositive();
                    assertThat(share.bytes()).isPositive();
                }));
        await().untilAsserted(() -> {
            assertThat(client.cache(CacheNames.RUN_CHECKPOINT).size()).isZero();
            assertThat(client.cache(CacheNames.ANNEALING_ELITE).size()).isZero();
            assertThat(client.cache(CacheNames.PROBLEM_UPLOAD).size()).isZero();
        });
    }

    private void assertAnswered(OptimizationRun run) {
        AnnealingSolution solution = desk.solution(run.runId());
        assertThat(AnnealingDesk.value(AnnealingDesk.read(TEXT), solution))
                .isEqualTo(run.value())
                .isEqualTo(solution.value());
    }
}
