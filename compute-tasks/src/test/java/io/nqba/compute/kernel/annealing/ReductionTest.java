package io.nqba.compute.kernel.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.testing.SeededTest;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Numbers so large that the scale has no room for halves: what would leave the integers must stay. */
    @SeededTest(tries = 60)
    void optimumOfLargeNumbersLiftsToTheOptimum(long seed) {
        var random = new SplittableRandom(seed);
        int size = 11;
        int[] largest = {1 << 27, 1 << 26, 1 << 24, 1 << 22};
        int most = largest[random.nextInt(largest.length)];
        ProblemBuilder builder = ProblemBuilder.ising(size, Sense.MAXIMISE);
        for (int i = 0; i < size; i++) {
            builder.addLinear(i, random.nextBoolean() ? 0L : random.nextInt(-most / 4, most / 4));
            builder.addCoupling(i, (i + 1) % size, (long) random.nextInt(-most / 4, most / 4));
            builder.addCoupling(i, (i + 5) % size, random.nextInt(4) > 0 ? 0L : random.nextInt(-most / 4, most / 4));
        }
        IsingModel model = IsingModel.of(builder.build());

        byte[] lifted = liftedOptimum(model);

        assertThat(model.value(lifted)).isEqualTo(bruteForce(model));
    }

    /** Every field is smaller than the couplings beside it, and no coupling outweighs the rest: two neighbours are all there is to go by. */
    @Test
    void ringsInAFieldVanishByTheirTwoNeighbours() {
        ProblemBuilder ring = ProblemBuilder.ising(20, Sense.MAXIMISE);
        for (int i = 0; i < 20; i++) {
            ring.addLinear(i, i % 3 == 0 ? -1L : 1L).addCoupling(i, (i + 1) % 20, i % 4 == 0 ? 1L : -1L);
        }

        assertThat(Reduction.of(IsingModel.of(ring.build())).removed()).isEqualTo(20);
    }

    @Test
    void fourJoinedSpinsVanishByAStarTriangle() {
        ProblemBuilder four = ProblemBuilder.ising(4, Sense.MAXIMISE);
        for (int i = 0; i < 4; i++) {
            for (int j = i + 1; j < 4; j++) {
                four.addCoupling(i, j, -1L);
            }
        }

        assertThat(Reduction.of(IsingModel.of(four.build())).removed()).isEqualTo(4);
    }

    /** One coupling outweighs five others; the six that are left hold each other. */
    @Test
    void aSpinFollowsTheNeighbourThatOutweighsAllOthers() {
        ProblemBuilder builder = ProblemBuilder.ising(7, Sense.MAXIMISE);
        for (int i = 0; i < 6; i++) {
            for (int j = i + 1; j < 6; j++) {
                builder.addCoupling(i, j, -3L);
            }
        }
        for (int i = 1; i < 6; i++) {
            builder.addCoupling(i, 6, i == 3 ? -120L : 3L);
        }

        Reduction reduction = Reduction.of(IsingModel.of(builder.build()));

        assertThat(reduction.removed()).isEqualTo(1);
        assertThat(reduction.components().get(0).variables()).hasSize(6).isSorted();
        assertThat(reduction.components().get(0).model().unit()).isEqualTo(3);
    }

    /** Next to a list of more than 256 neighbours nothing is eliminated. */
    @ParameterizedTest
    @CsvSource({"256, 257", "257, 0"})
    void wheelsVanishUpToALongestList(int rim, int removed) {
        ProblemBuilder wheel = ProblemBuilder.ising(rim + 1, Sense.MAXIMISE);
        for (int i = 0; i < rim; i++) {
            wheel.addCoupling(i, (i + 1) % rim, -1L).addCoupling(i, rim, -1L);
        }

        Reduction reduction = Reduction.of(IsingModel.of(wheel.build()));

        assertThat(reduction.removed()).isEqualTo(removed);
    }

    @Test
    void aModelWithMillionsOfCouplingsIsKeptWhole() {
        int size = 2_002;
        int[] start = new int[size + 1];
        for (int i = 0; i < size; i++) {
            start[i + 1] = start[i] + size - 1 - i;
        }
        int[] column = new int[start[size]];
        for (int i = 0; i < size; i++) {
            for (int k = start[i]; k < start[i + 1]; k++) {
                column[k] = i + 1 + k - start[i];
            }
        }
        IsingModel model = new IsingModel(new int[size], start, column, new int[column.length], true, 1);

        Reduction reduction = Reduction.of(model);

        assertThat(reduction.removed()).isZero();
        assertThat(reduction.components()).hasSize(1);
        assertThat(reduction.components().get(0).model()).isSameAs(model);
        assertThat(reduction.components().get(0).variables())
                .isEqualTo(IntStream.range(0, size).toArray());
    }

    @Test
    void ringsVanish() {
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
        for (Reduction.Component component : reduction.components()) {
            assertThat(component.model().couplings()).isEqualTo(15);
            assertThat(component.model().column()).hasSize(15);
            assertThat(component.model().weight()).containsOnly(-1);
            assertThat(component.model().unit()).isEqualTo(1);
        }
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
