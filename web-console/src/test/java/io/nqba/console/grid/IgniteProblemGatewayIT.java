package io.nqba.console.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.annealing.AnnealingGateway;
import io.nqba.console.annealing.ProblemGateway;
import io.nqba.console.annealing.ProblemView;
import io.nqba.console.annealing.RoundView;
import io.nqba.console.annealing.SolutionView;
import io.nqba.console.paging.Page;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.annealing.AnnealingRound;
import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.annealing.NodeShare;
import io.nqba.model.annealing.ProblemChunkKey;
import io.nqba.model.annealing.ProblemDomain;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.RunProgressKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.ignite.IgniteCache;
import org.junit.jupiter.api.Test;

/** Look-ups and pieces; the rows are written as the nodes write them. */
class IgniteProblemGatewayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ProblemGateway problems = TestConsole.shared().bean(ProblemGateway.class);
    private final AnnealingGateway annealing = TestConsole.shared().bean(AnnealingGateway.class);
    private final String id = UUID.randomUUID().toString();

    @Test
    void aProblemIsShownAsItIsStored() {
        store(id, 86_400_000);

        ProblemView found = Objects.requireNonNull(problems.find(id).block(PATIENCE));

        assertThat(found.sense()).isEqualTo(ObjectiveSense.MAXIMISE);
        assertThat(found.domain()).isEqualTo(ProblemDomain.BITS);
        assertThat(found.density()).isEqualTo(1);
        assertThat(found.createdAt()).isEqualTo("1970-01-02T00:00:00Z");
        assertThat(problems.find("none").blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void pagesOfTheListHaveEachProblemOnce() {
        long future = System.currentTimeMillis() + 1_000_000_000L;
        List<String> stored = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String one = UUID.randomUUID().toString();
            // Two of a time: equal times must not lose a problem at the border of a page.
            store(one, future + i / 2);
            stored.add(one);
        }

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<ProblemView> page =
                    Objects.requireNonNull(problems.list(cursor, 2).block(PATIENCE));
            page.items().forEach(problem -> seen.add(problem.id()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).doesNotHaveDuplicates().containsAll(stored);
        assertThat(seen.subList(0, 5)).containsExactlyInAnyOrderElementsOf(stored);
    }

    @Test
    void piecesAreStoredAndRemoved() {
        IgniteCache<ProblemChunkKey, byte[]> uploads =
                TestConsole.grid().ignite().cache(CacheNames.PROBLEM_UPLOAD);
        problems.putPiece(id, 0, new byte[] {1, 2}).block(PATIENCE);
        problems.putPiece(id, 1, new byte[] {3}).block(PATIENCE);
        assertThat(uploads.get(new ProblemChunkKey(id, 0, 1))).containsExactly(3);

        problems.removePieces(id, 300).block(PATIENCE);

        assertThat(uploads.containsKey(new ProblemChunkKey(id, 0, 0))).isFalse();
        assertThat(uploads.containsKey(new ProblemChunkKey(id, 0, 1))).isFalse();
    }

    @Test
    void bitsAreWrittenInTheOrderOfTheVariables() {
        AnnealingSolution solution =
                new AnnealingSolution(id, "p", 2, 70, new long[] {0b101, 1L << 5}, -7, 3, 900, "n");
        TestConsole.grid().ignite().cache(CacheNames.ANNEALING_SOLUTION).put(id, solution);

        SolutionView view = Objects.requireNonNull(annealing.solution(id).block(PATIENCE));

        assertThat(view.bits()).hasSize(70).startsWith("1010").endsWith("01");
        assertThat(view.value()).isEqualTo(-7);
        assertThat(annealing.solution("none").blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void roundsComeInOrderFromWhereSomebodyStopped() {
        for (int round = 1; round <= 205; round++) {
            AnnealingRound row = new AnnealingRound(
                    round,
                    300L * round,
                    -7,
                    Double.NaN,
                    round == 2,
                    8,
                    0.25,
                    4,
                    9,
                    List.of(new NodeShare("id", "node-1", 4, -7, 1_000, 400, 290, 640)));
            TestConsole.grid().ignite().cache(CacheNames.ANNEALING_ROUND).put(new RunProgressKey(id, round), row);
        }

        List<RoundView> rounds =
                Objects.requireNonNull(annealing.rounds(id, 1).collectList().block(PATIENCE));

        assertThat(rounds).hasSize(204).extracting(RoundView::round).isSorted().startsWith(2);
        assertThat(rounds.get(0).improvedByExchange()).isTrue();
        assertThat(rounds.get(0).bound()).isNull();
        assertThat(rounds.get(0).nodes().get(0).proposals()).isEqualTo(1_000);
    }

    private static void store(String id, long createdMillis) {
        StoredProblem problem = new StoredProblem(
                id,
                "triangle",
                "RUDY",
                ObjectiveSense.MAXIMISE,
                ProblemDomain.BITS,
                3,
                3,
                true,
                false,
                1,
                1,
                1,
                60,
                "00",
                "analyst",
                createdMillis,
                createdMillis);
        TestConsole.grid().ignite().cache(CacheNames.OPTIMIZATION_PROBLEM).put(id, problem);
    }
}
