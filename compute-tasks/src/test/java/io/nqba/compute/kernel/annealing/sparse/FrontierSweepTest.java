package io.nqba.compute.kernel.annealing.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.IsingModel;
import io.nqba.compute.kernel.annealing.ProblemBuilder;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.RandomProblems;
import io.nqba.compute.kernel.annealing.Sense;
import io.nqba.compute.kernel.annealing.SplitMix;
import io.nqba.testing.SeededTest;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrontierSweepTest {
    private static final int WIDTH = 10;

    /** With no more variables than the front is wide and the seed on the first layer nothing is held: one call is exhaustive. */
    @SeededTest(tries = 30)
    void findsTheOptimumWhereAllVariablesFitTheFront(long seed) {
        int size = 2 + Math.floorMod((int) seed, 7);
        IsingModel ising = complete(seed, size);
        SparseModel model = new SparseModel(ising);
        SparseState state = random(model, seed);
        var sweep = new FrontierSweep(model, new SplitMix(seed), WIDTH);

        int most = 0;
        while (most < size) {
            most = Math.max(most, sweep.improve(state));
        }

        assertThat(state.value).isEqualTo(optimum(ising)).isEqualTo(ising.value(state.spin));
    }

    /** A chain's front is two wide: from its end, and from wherever the root lies beyond it, everything behind is decided at once. */
    @SeededTest(tries = 5)
    void decidesALongChainExactly(long seed) {
        var random = new SplittableRandom(seed);
        ProblemBuilder chain = ProblemBuilder.ising(300, Sense.MAXIMISE);
        long optimum = 0;
        for (int i = 0; i + 1 < 300; i++) {
            long weight = random.nextInt(1, 50) * (random.nextBoolean() ? 1L : -1L);
            chain.addCoupling(i, i + 1, weight);
            optimum += Math.abs(weight);
        }
        SparseModel model = new SparseModel(IsingModel.of(chain.build()));
        SparseState state = random(model, seed);
        var sweep = new FrontierSweep(model, new SplitMix(seed), WIDTH);

        for (int call = 0; call < 400; call++) {
            sweep.improve(state);
        }

        assertThat(Math.round((double) state.value * model.ising().unit())).isEqualTo(optimum);
    }

    @SeededTest(tries = 6)
    void neverLosesAndKeepsValueAndFieldsExact(long seed) {
        QuadraticProblem[] problems = {
            RandomProblems.integers(seed, 60, 0.1, Sense.MAXIMISE, Domain.BITS),
            RandomProblems.cut(seed, 400, 4),
            torus(20, 30, seed)
        };
        for (QuadraticProblem problem : problems) {
            SparseModel model = new SparseModel(IsingModel.of(problem));
            SparseState state = random(model, seed);
            var sweep = new FrontierSweep(model, new SplitMix(seed), WIDTH);

            for (int call = 0; call < 50; call++) {
                long before = state.value;
                sweep.improve(state);
                assertThat(state.value).isGreaterThanOrEqualTo(before);
            }

            SparseState again = new SparseState(model);
            again.set(state.spin);
            assertThat(state.value)
                    .isEqualTo(again.value)
                    .isEqualTo(model.ising().value(state.spin));
            assertThat(state.field).isEqualTo(again.field);
        }
    }

    @Test
    void latticesSuitAndRandomGraphsDoNot() {
        assertThat(LatticeSearch.suits(IsingModel.of(torus(100, 90, 1)))).isTrue();
        assertThat(LatticeSearch.suits(IsingModel.of(RandomProblems.cut(1, 9_000, 6))))
                .isFalse();
        assertThat(LatticeSearch.suits(IsingModel.of(RandomProblems.reals(1, 200, 0.02, Sense.MAXIMISE))))
                .isFalse();
    }

    static QuadraticProblem torus(int rows, int columns, long seed) {
        var random = new SplittableRandom(seed);
        ProblemBuilder builder = ProblemBuilder.maxCut(rows * columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int below = (i + 1) % rows * columns + j;
                int right = i * columns + (j + 1) % columns;
                builder.addEdge(i * columns + j, below, random.nextBoolean() ? 1L : -1L);
                builder.addEdge(i * columns + j, right, random.nextBoolean() ? 1L : -1L);
            }
        }
        return builder.build();
    }

    static SparseState random(SparseModel model, long seed) {
        var random = new SplittableRandom(seed);
        SparseState state = new SparseState(model);
        for (int i = 0; i < model.size(); i++) {
            if (random.nextBoolean()) {
                state.flip(i);
            }
        }
        return state;
    }

    private static IsingModel complete(long seed, int size) {
        var random = new SplittableRandom(seed);
        ProblemBuilder builder = ProblemBuilder.ising(size, Sense.MAXIMISE);
        for (int i = 0; i < size; i++) {
            builder.addLinear(i, random.nextInt(-9, 10));
            for (int j = i + 1; j < size; j++) {
                builder.addCoupling(i, j, random.nextInt(1, 10) * (random.nextBoolean() ? 1L : -1L));
            }
        }
        return IsingModel.of(builder.build());
    }

    private static long optimum(IsingModel model) {
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
