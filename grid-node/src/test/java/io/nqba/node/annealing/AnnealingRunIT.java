package io.nqba.node.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.model.annealing.AnnealingRound;
import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.node.annealing.AnnealingDesk.Wish;
import io.nqba.node.testing.GridFixture;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.Test;

class AnnealingRunIT {
    private static final String TEXT = AnnealingDesk.graph(600, 2_400, 3);

    @Test
    void aRunOnThreeNodesSavesItsAnswerItsRoundsAndItsProof() {
        QuadraticProblem problem = AnnealingDesk.read(TEXT);
        try (GridFixture grid = GridFixture.inMemory(3);
                IgniteClient client = grid.client()) {
            var desk = new AnnealingDesk(client);

            StoredProblem stored = desk.store("graph", TEXT, "");
            OptimizationRun queued = desk.submit(stored, new Wish().millis(1_500));
            OptimizationRun run = desk.untilEnded(queued.runId());

            assertThat(stored.variables()).isEqualTo(600);
            assertThat(client.cache(CacheNames.PROBLEM_UPLOAD).size())
                    .as("pieces left")
                    .isZero();
            assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.sense()).isEqualTo(ObjectiveSense.MAXIMISE);
            assertThat(run.value()).isLessThanOrEqualTo(run.bound());
            assertThat(run.gap()).isEqualTo((run.bound() - run.value()) / run.value());
            assertThat(run.baselines()).extracting(Baseline::name).containsExactly("all-zeros", "one-flip-descent");
            assertThat(run.baselines())
                    .allSatisfy(other -> assertThat(run.value()).isGreaterThan(other.value()));
            AnnealingSolution solution = desk.solution(run.runId());
            assertThat(AnnealingDesk.value(problem, solution))
                    .isEqualTo(run.value())
                    .isEqualTo(solution.value());
            List<AnnealingRound> rounds = desk.rounds(run.runId());
            assertThat(rounds)
                    .hasSize(run.rounds())
                    .extracting(AnnealingRound::round)
                    .isEqualTo(IntStream.rangeClosed(1, run.rounds()).boxed().toList());
            assertThat(rounds).extracting(AnnealingRound::value).isSorted();
            assertThat(rounds)
                    .as("rounds that heard all nodes")
                    .anySatisfy(round -> assertThat(round.shares()).hasSize(3).allSatisfy(share -> {
                        assertThat(share.proposals()).isPositive();
                        assertThat(share.bytes()).isPositive();
                    }));
            assertThat(client.cache(CacheNames.ANNEALING_ELITE).size())
                    .as("packs left")
                    .isZero();
            assertThat(client.cache(CacheNames.RUN_CHECKPOINT).size()).isZero();
        }
    }
}
