package io.nqba.compute.kernel.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.testing.SeededTest;
import org.junit.jupiter.api.Test;

class ReductionTest {
    @SeededTest(tries = 100)
    void optimumOfWhatIsLeftLiftsToTheOptimum(long seed) {
        QuadraticProblem problem =
                RandomProblems.integers(seed, 14, 0.05 + (seed >>> 60) / 30.0, Sense.MAXIMISE, Domain.SPINS);
        IsingModel model = IsingModel.of(problem);

        byte[] lifted = liftedOptimum(model);

        assertThat(model.value(lifted)).isEqualTo(bruteForce(model));
    }

    @SeededTest(tries = 100)
    void optimumOfACutLiftsThroughStarTriangles(long seed) {
        IsingModel model = IsingModel.of(RandomProblems.cut(seed, 15, 3.5));

        byte[] lifted = liftedOptimum(model);

        assertThat(model.value(lifted)).isEqualTo(bruteForce(model));
    }

    @Test
    void treesRingsAndCubicGraphsVanish() {
        ProblemBuilder ring = ProblemBuilder.maxCut(101);
        for (int i = 0; i < 101; i++) {
            ring.addEdge(i, (i + 1) % 101, 1L);
        }

        Reduction reduction = Reduction.of(IsingModel.of(ring.build()));

        assertThat(reduction.removed()).isEqualTo(101);
        assertThat(reduction.components()).isEmpty();
    }

    @Test
    void separatePartsBecomeComponents() {
        ProblemBuilder builder = ProblemBuilder.ising(12, Sense.MAXIMISE);
        for (int i = 0; i < 12; i++) {
            for (int j = i + 1; j < 12; j++) {
                if (i / 6 == j / 6) {
                    builder.addCoupling(i, j, -1L);
                }
            }
        }

        Reduction reduction = Reduction.of(IsingModel.of(builder.build()));

        assertThat(reduction.components()).hasSize(2);
    }

    private static byte[] liftedOptimum(IsingModel model) {
        Reduction reduction = Reduction.of(model);
        byte[] spins = new byte[model.size()];
        for (Reduction.Component component : reduction.components()) {
            ExhaustiveSearch search = new ExhaustiveSearch(component.model());
            search.improve(SearchLimits.of(Long.MAX_VALUE, Long.MAX_VALUE, () -> false), Long.MAX_VALUE);
            for (int k = 0; k < component.variables().length; k++) {
                spins[component.variables()[k]] = search.bestSpins()[k];
            }
        }
        reduction.lift(spins);
        return spins;
    }

    private static long bruteForce(IsingModel model) {
        byte[] spins = new byte[model.size()];
        long best = Long.MIN_VALUE;
        for (int code = 0; code < 1 << spins.length; code++) {
            for (int i = 0; i < spins.length; i++) {
                spins[i] = (byte) ((code >>> i & 1) == 1 ? 1 : -1);
            }
            best = Math.max(best, model.value(spins));
        }
        return best;
    }
}
