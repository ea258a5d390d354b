package io.nqba.compute.kernel.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.testing.SeededTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrustratedCyclesTest {
    @SeededTest(tries = 40)
    void noStateBeatsTheBoundAndTheBoundNeverBeatsTheSum(long seed) {
        QuadraticProblem problem =
                RandomProblems.integers(seed, 12, 0.2 + 0.7 * (seed & 1), Sense.MAXIMISE, Domain.SPINS);
        IsingModel model = IsingModel.of(problem);

        long bound = FrustratedCycles.bound(model);

        assertThat(model.unit() * bound + problem.offset()).isGreaterThanOrEqualTo(RandomProblems.bruteForce(problem));
        assertThat(bound).isLessThanOrEqualTo(sum(model));
    }

    /** A ring with one negative weight breaks at its weakest coupling. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
    void frustratedRingLosesTwiceItsWeakestWeight(int length) {
        ProblemBuilder ring = ProblemBuilder.ising(length, Sense.MAXIMISE);
        for (int i = 0; i < length; i++) {
            ring.addCoupling(i, (i + 1) % length, i == 1 ? -3L : i == 2 ? 2L : 5L);
        }

        assertThat(FrustratedCycles.bound(IsingModel.of(ring.build()))).isEqualTo(5L * (length - 2) + 5 - 2 * 2);
    }

    @Test
    void ringsBeyondTheLongestPathKeepTheSum() {
        ProblemBuilder ring = ProblemBuilder.ising(15, Sense.MAXIMISE);
        for (int i = 0; i < 15; i++) {
            ring.addCoupling(i, (i + 1) % 15, i == 0 ? -1L : 1L);
        }

        assertThat(FrustratedCycles.bound(IsingModel.of(ring.build()))).isEqualTo(15);
    }

    @Test
    void ringsWithAnEvenNumberOfNegativeWeightsLoseNothing() {
        ProblemBuilder ring = ProblemBuilder.ising(6, Sense.MAXIMISE);
        for (int i = 0; i < 6; i++) {
            ring.addCoupling(i, (i + 1) % 6, i < 2 ? -3L : 4L);
        }

        assertThat(FrustratedCycles.bound(IsingModel.of(ring.build()))).isEqualTo(2 * 3 + 4 * 4);
    }

    /** Two fields and a coupling are a triangle with the fixed spin; by hand, the best of four states. */
    @ParameterizedTest
    @CsvSource({
        "2, 3, 1, 6",
        "2, -3, 1, 4",
        "2, 3, -1, 4",
        "-2, -3, -1, 4",
        "-2, 3, -1, 6",
        "2, -3, 7, 8",
        "5, -3, 7, 9"
    })
    void twoFieldsAndACouplingAreATriangle(long first, long second, long coupling, long best) {
        IsingModel model = IsingModel.of(ProblemBuilder.ising(2, Sense.MAXIMISE)
                .addLinear(0, first)
                .addLinear(1, second)
                .addCoupling(0, 1, coupling)
                .build());

        assertThat(FrustratedCycles.bound(model)).isEqualTo(best);
    }

    /** A field that two triangles need gives to each what is left of it. */
    @Test
    void trianglesShareAField() {
        IsingModel model = IsingModel.of(ProblemBuilder.ising(3, Sense.MAXIMISE)
                .addLinear(0, 3L)
                .addLinear(1, -2L)
                .addLinear(2, -2L)
                .addCoupling(0, 1, 5L)
                .addCoupling(0, 2, 5L)
                .build());

        // 3 + 2 + 2 + 5 + 5, less twice 2 and twice the one that is left.
        assertThat(FrustratedCycles.bound(model)).isEqualTo(17 - 4 - 2);
    }

    /** A weight that two triangles need is split among them. */
    @Test
    void trianglesShareAWeight() {
        QuadraticProblem problem = ProblemBuilder.ising(4, Sense.MAXIMISE)
                .addCoupling(0, 1, -2L)
                .addCoupling(1, 2, 1L)
                .addCoupling(0, 2, 1L)
                .addCoupling(1, 3, 1L)
                .addCoupling(0, 3, 1L)
                .build();

        assertThat(FrustratedCycles.bound(IsingModel.of(problem))).isEqualTo(2);
        assertThat(RandomProblems.bruteForce(problem)).isEqualTo(2);
    }

    /**
     * From vertex 0 the shortest walk passes the coupling to vertex 1 twice, to the first ring and back, and must leave it alone, since
     * half of 1 is nothing. The second ring needs it.
     */
    @Test
    void aWeightThatAWalkPassesTwiceGivesNoMoreThanItHas() {
        ProblemBuilder builder = ProblemBuilder.ising(24, Sense.MAXIMISE).addCoupling(0, 1, 1L);
        for (int i = 1; i < 12; i++) {
            builder.addCoupling(i, i == 11 ? 1 : i + 1, i == 5 ? -4L : 4L);
        }
        builder.addCoupling(1, 12, -2L).addCoupling(23, 0, 2L);
        for (int i = 12; i < 23; i++) {
            builder.addCoupling(i, i + 1, 2L);
        }

        assertThat(FrustratedCycles.bound(IsingModel.of(builder.build()))).isEqualTo(11 * 4 + 13 * 2 + 1 - 2 * 4 - 2);
    }

    private static long sum(IsingModel model) {
        long sum = 0;
        for (int field : model.field()) {
            sum += Math.abs(field);
        }
        for (int weight : model.weight()) {
            sum += Math.abs(weight);
        }
        return sum;
    }
}
